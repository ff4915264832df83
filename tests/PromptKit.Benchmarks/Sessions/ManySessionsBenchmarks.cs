using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>A thousand sessions at once: what a turn takes when all processors are busy with them. Its inverse is the throughput.</summary>
[InvocationCount(1)]
[IterationCount(15)]
public class ManySessionsBenchmarks
{
    private const int Sessions = 1000;
    private const int TurnsOfEach = 10;

    private Chat[] _chats = [];

    /// <summary>Gets or sets whether the model calls a tool in every turn.</summary>
    [Params(false, true)]
    public bool Tool { get; set; }

    /// <summary>Makes the sessions.</summary>
    [IterationSetup]
    public void MakeSessions()
    {
        var manager = new SessionManager(new YieldingClient(Tool));
        var options = Tool ? new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sunny", "weather")] } : null;
        _chats =
        [
            .. Enumerable
                .Range(0, Sessions)
                .Select(number => manager.CreateAsync($"session {number}").GetAwaiter().GetResult().Chat(options: options)),
        ];
    }

    /// <summary>All sessions talk at the same time.</summary>
    /// <returns>Completes with the last turn.</returns>
    [Benchmark(OperationsPerInvoke = Sessions * TurnsOfEach)]
    public Task AllAtOnceAsync() => Task.WhenAll(_chats.Select(chat => Task.Run(() => TalkAsync(chat))));

    private static async Task TalkAsync(Chat chat)
    {
        for (var turn = 0; turn < TurnsOfEach; turn++)
        {
            await chat.SendAsync(InstantClient.Question).ConfigureAwait(false);
        }
    }

    /// <summary>A model that lets others go first before it answers, as waiting for a service does.</summary>
    private sealed class YieldingClient(bool withTool) : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            await Task.Yield();
            var isAnswered = messages is IReadOnlyList<ChatMessage> all && all[^1].Role == ChatRole.Tool;
            return new ChatResponse(
                withTool && !isAnswered
                    ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call_1", "weather")])
                    : new ChatMessage(ChatRole.Assistant, InstantClient.Answer)
            );
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
