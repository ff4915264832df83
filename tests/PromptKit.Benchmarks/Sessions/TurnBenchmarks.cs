using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>A turn on a history of some length, beside what one writes without a library: a list of messages.</summary>
/// <remarks>On the thread pool, as in a server: the synchronization context of BenchmarkDotNet would be left at every turn.</remarks>
[InvocationCount(1)]
[IterationCount(20)]
public class TurnBenchmarks
{
    private const int TurnsMeasured = 50;

    // The runtime compiles hot code for good in the background, and only when no new code came for a tenth of a second.
    private static readonly TimeSpan s_compilerNeeds = TimeSpan.FromMilliseconds(300);

    private readonly AIFunction _weather = AIFunctionFactory.Create(() => "sunny", "weather");
    private List<ChatMessage> _history = [];
    private ChatOptions? _options;
    private IChatClient? _client;
    private Chat? _chat;

    /// <summary>Gets or sets how many turns there were before.</summary>
    [Params(10, 100, 1_000, 10_000)]
    public int Turns { get; set; }

    /// <summary>Gets or sets whether the model calls a tool in every turn.</summary>
    [Params(false, true)]
    public bool Tool { get; set; }

    /// <summary>Runs everything so often that it is compiled for good: an iteration is too short to do that itself.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalSetup]
    public async Task WarmUpAsync()
    {
        for (var round = 0; round < 15; round++)
        {
            MakeList();
            MakeSession();
            await Task.Run(() => ListAsync(500)).ConfigureAwait(false);
            await Task.Run(() => TurnsAsync(500)).ConfigureAwait(false);
            await Task.Delay(s_compilerNeeds).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the history that the list has.</summary>
    [IterationSetup(Target = nameof(ListOfMessagesAsync))]
    public void MakeList()
    {
        _history = [];
        _options = Tool ? new ChatOptions { Tools = [_weather] } : null;
        _client = Tool ? new FunctionInvokingChatClient(new InstantClient(Tool)) : new InstantClient(Tool);

        // Written down, not talked: with tools, ten thousand turns of a list take minutes.
        for (var turn = 0; turn < Turns; turn++)
        {
            AddTurn(turn);
        }
    }

    /// <summary>Makes the history that the session has.</summary>
    [IterationSetup(Target = nameof(SessionAsync))]
    public void MakeSession()
    {
        _chat = new Session(new InstantClient(Tool)).Chat(options: Tool ? new ChatOptions { Tools = [_weather] } : null);
        TurnsAsync(Turns).GetAwaiter().GetResult();
    }

    /// <summary>Turns without a library.</summary>
    /// <returns>Completes with them.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = TurnsMeasured)]
    public Task ListOfMessagesAsync() => Task.Run(() => ListAsync(TurnsMeasured));

    /// <summary>Turns of a session in memory.</summary>
    /// <returns>Completes with them.</returns>
    [Benchmark(OperationsPerInvoke = TurnsMeasured)]
    public Task SessionAsync() => Task.Run(() => TurnsAsync(TurnsMeasured));

    private void AddTurn(int turn)
    {
        _history.Add(new ChatMessage(ChatRole.User, InstantClient.Question));
        if (Tool)
        {
            _history.Add(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"call_{turn}", "weather")]));
            _history.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent($"call_{turn}", "sunny")]));
        }

        _history.Add(new ChatMessage(ChatRole.Assistant, InstantClient.Answer));
    }

    private async Task ListAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            _history.Add(new ChatMessage(ChatRole.User, InstantClient.Question));
            var response = await _client!.GetResponseAsync(_history, _options).ConfigureAwait(false);
            _history.AddMessages(response);
        }
    }

    private async Task TurnsAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await _chat!.SendAsync(InstantClient.Question).ConfigureAwait(false);
        }
    }
}
