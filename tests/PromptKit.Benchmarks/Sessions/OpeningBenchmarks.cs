using BenchmarkDotNet.Attributes;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>Opening a stored session and sending the first message on its thread, as a web request does that comes to a new process.</summary>
public class OpeningBenchmarks
{
    private readonly InMemorySessionStore _store = new();

    /// <summary>Gets or sets how many messages the thread has.</summary>
    [Params(100, 10_000)]
    public int Messages { get; set; }

    /// <summary>Writes the thread.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalSetup]
    public async Task WriteAsync()
    {
        var session = await new SessionManager(new InstantClient(withTool: false), _store).CreateAsync("s").ConfigureAwait(false);
        for (var turn = 0; turn < Messages / 2; turn++)
        {
            await session.Chat().SendAsync(InstantClient.Question).ConfigureAwait(false);
        }
    }

    /// <summary>With the last 40 messages.</summary>
    /// <returns>The reply.</returns>
    [Benchmark]
    public Task<ChatReply> WindowAsync() => OpenAsync(new SessionManagerOptions { HistoryReducer = new CountingHistoryReducer(40) });

    private async Task<ChatReply> OpenAsync(SessionManagerOptions options)
    {
        var manager = new SessionManager(new InstantClient(withTool: false), _store, options);
        var session = await manager.OpenAsync("s").ConfigureAwait(false);
        return await session.Chat().SendAsync(InstantClient.Question).ConfigureAwait(false);
    }
}
