using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace PromptKit;

/// <summary>How sessions are kept. Everything has a default.</summary>
/// <remarks>Read when a manager or session is made; changing it afterwards changes nothing. Not thread-safe while it is changed.</remarks>
public sealed class SessionManagerOptions
{
    /// <summary>
    /// Chat clients by name: <c>model: a/b</c> in a prompt picks the client named <c>a</c> and its model <c>b</c>, if there is one of that
    /// name; else <c>a/b</c> is a model of the only client. Default: none.
    /// </summary>
    public IDictionary<string, IChatClient> Clients { get; } = new Dictionary<string, IChatClient>(StringComparer.Ordinal);

    /// <summary>
    /// How prompts are found by name, for those with <c>agents:</c>; best
    /// <c>name => Prompts.TryGet(name, out var prompt) ? prompt : null</c>. Default: none is found.
    /// </summary>
    public Func<string, Prompt?>? FindPrompt { get; set; }

    /// <summary>
    /// What is sent of long threads: asked at the beginning of a turn, about what is stored by then, and never about the preamble. It gets
    /// copies, and what it gives is sent until it is asked again; what is stored stays as it is. A call or a result that it leaves without
    /// the other is not sent. <see cref="CountingHistoryReducer"/>, <see cref="SummarizingHistoryReducer"/>, or any other; called from
    /// several threads at once. What it throws, the turn throws. Default: everything is sent.
    /// </summary>
    /// <remarks>An <see cref="IHistoryReducer"/> is asked only when it is needed, and threads are read only as far as it needs them.</remarks>
    public IChatReducer? HistoryReducer { get; set; }

    /// <summary>How the state of <see cref="Session{TState}"/> is written. Default: by reflection, which NativeAOT does not have.</summary>
    public JsonSerializerContext? StateJson { get; set; }

    /// <summary>
    /// Whether answers that have to be repaired to fit a prompt's output count as answers that do not fit. Default: no; what was repaired
    /// is in <see cref="ChatReply{TOutput}.OutputRepairs"/>.
    /// </summary>
    public bool StrictOutput { get; set; }

    /// <summary>How long a commit may take; the caller's token no longer counts then. Default: 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan CommitTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the spans of turns tell what was said: <c>gen_ai.input.messages</c> and <c>gen_ai.output.messages</c>. Default: no, as it
    /// is for the spans of Microsoft.Extensions.AI; unless the environment variable
    /// <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c> is <c>true</c>.
    /// </summary>
    public bool EnableSensitiveData { get; set; } =
        string.Equals(
            Environment.GetEnvironmentVariable("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"),
            "true",
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>Where is logged to. Default: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The services that tools get, in a scope of their own for each turn, where the provider has scopes. Default: none.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
