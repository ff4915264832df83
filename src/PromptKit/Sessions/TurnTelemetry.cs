using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The span and the metrics of a turn, after the GenAI conventions of OpenTelemetry. There is none when nobody listens. Contents are part
/// of it only with sensitive data enabled.
/// </summary>
internal sealed class TurnTelemetry : IDisposable
{
    public const string Name = "PromptKit";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_turns = s_meter.CreateCounter<long>("promptkit.turns", "{turn}", "Turns that ended.");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "promptkit.turn.duration",
        "s",
        "How long turns took, without waiting for their time."
    );

    private static readonly Counter<long> s_tokens = s_meter.CreateCounter<long>("promptkit.tokens", "{token}", "Tokens of turns.");

    private static readonly Counter<long> s_conflicts = s_meter.CreateCounter<long>(
        "promptkit.conflicts",
        "{conflict}",
        "Rounds that were dropped because somebody else wrote."
    );

    private static readonly UpDownCounter<long> s_queued = s_meter.CreateUpDownCounter<long>(
        "promptkit.queue.length",
        "{turn}",
        "Turns that wait for their time."
    );

    private readonly long _start = Stopwatch.GetTimestamp();

    // Until something else is known: a reader who leaves says nothing.
    private string _outcome = "Cancelled";
    private string? _agent;

    private readonly bool _tellsContents;

    private TurnTelemetry(Activity? activity, bool tellsContents)
    {
        Activity = activity;
        _tellsContents = tellsContents && activity is not null;
    }

    /// <summary>The turn's span; <see langword="null"/> when nobody listens to spans.</summary>
    private Activity? Activity { get; }

    public static TurnTelemetry? Start(Session session, ChatThread thread)
    {
        var activity = s_source.StartActivity("invoke_agent");
        if (activity is null && !s_turns.Enabled && !s_duration.Enabled && !s_tokens.Enabled)
        {
            return null;
        }

        activity?.SetTag("gen_ai.operation.name", "invoke_agent");
        activity?.SetTag("gen_ai.conversation.id", session.Id);
        activity?.SetTag("promptkit.thread", thread.Name);
        return new TurnTelemetry(activity, session.Services.EnableSensitiveData);
    }

    public static void Queued(int change) => s_queued.Add(change);

    public static void Conflicted() => s_conflicts.Add(1);

    /// <summary>Names the turn after who answers.</summary>
    public void Began(TurnRun run)
    {
        var prompt = run.Agent.Prompt;
        _agent = prompt?.Name;
        if (Activity is { } activity)
        {
            activity.DisplayName = $"invoke_agent {_agent ?? run.Thread.Name}";
            activity.SetTag("gen_ai.agent.name", _agent);
            activity.SetTag("gen_ai.provider.name", run.Agent.Client.GetService<ChatClientMetadata>()?.ProviderName);
            activity.SetTag("promptkit.source_hash", prompt?.SourceHash);
        }

        if (_tellsContents)
        {
            Activity?.SetTag("gen_ai.input.messages", TelemetryContents.Of([.. run.Agent.Preamble.Messages, .. run.NewMessages]));
        }
    }

    public void Ended(ChatReply reply)
    {
        _outcome = reply.Outcome.ToString();
        if (_tellsContents)
        {
            Activity?.SetTag("gen_ai.output.messages", TelemetryContents.Of([.. reply.Messages], reply.FinishReason?.Value));
        }

        Activity?.SetTag("gen_ai.usage.input_tokens", reply.Usage?.InputTokenCount);
        Activity?.SetTag("gen_ai.usage.output_tokens", reply.Usage?.OutputTokenCount);
        CountTokens("input", reply.Usage?.InputTokenCount);
        CountTokens("output", reply.Usage?.OutputTokenCount);
    }

    /// <summary>A filter for exceptions that looks and never catches.</summary>
    public bool Saw(Exception exception)
    {
        _outcome = exception is OperationCanceledException ? "Cancelled" : "Failed";
        Activity?.SetTag("error.type", exception.GetType().FullName);
        return false;
    }

    /// <summary>Makes the span current again. A yield forgets it (dotnet/runtime#47802), and what follows belongs below it.</summary>
    public void Restore()
    {
        if (Activity is not null)
        {
            Activity.Current = Activity;
        }
    }

    public void Dispose()
    {
        var tags = new TagList { { "promptkit.outcome", _outcome }, { "gen_ai.agent.name", _agent } };
        s_turns.Add(1, tags);
        s_duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        Activity?.SetTag("promptkit.outcome", _outcome);
        if (_outcome == "Failed")
        {
            Activity?.SetStatus(ActivityStatusCode.Error);
        }

        Activity?.Dispose();
    }

    private void CountTokens(string type, long? count)
    {
        if (count is { } tokens)
        {
            s_tokens.Add(tokens, new("gen_ai.token.type", type), new("gen_ai.agent.name", _agent));
        }
    }
}
