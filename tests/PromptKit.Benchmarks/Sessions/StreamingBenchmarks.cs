using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>What streaming costs a chunk, of an answer of a thousand, beside reading the client's stream and folding it oneself.</summary>
/// <remarks>On the thread pool, as in a server: the synchronization context of BenchmarkDotNet would be left at every chunk.</remarks>
public class StreamingBenchmarks
{
    private const int Chunks = 1000;

    private readonly IChatClient _client = new StreamingClient(Chunks);
    private Chat? _chat;

    /// <summary>Makes the chat. Its history is not read by the client, so that its length does not matter.</summary>
    [GlobalSetup]
    public void MakeChat() => _chat = new Session(_client).Chat();

    /// <summary>Reading, and making a response of the updates.</summary>
    /// <returns>The response.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Chunks)]
    public Task<ChatResponse> ClientAsync() => Task.Run(ReadClientAsync);

    /// <summary>A turn of a session.</summary>
    /// <returns>The reply.</returns>
    [Benchmark(OperationsPerInvoke = Chunks)]
    public Task<ChatReply> SessionAsync() => Task.Run(ReadSessionAsync);

    private async Task<ChatResponse> ReadClientAsync()
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in _client.GetStreamingResponseAsync([]).ConfigureAwait(false))
        {
            updates.Add(update);
        }

        return updates.ToChatResponse();
    }

    private async Task<ChatReply> ReadSessionAsync()
    {
        var stream = _chat!.SendStreamingAsync(InstantClient.Question);
        await foreach (var _ in stream.ConfigureAwait(false)) { }

        return await stream.Reply.ConfigureAwait(false);
    }
}
