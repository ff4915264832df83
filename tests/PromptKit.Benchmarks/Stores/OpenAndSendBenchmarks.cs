using BenchmarkDotNet.Attributes;

namespace PromptKit.Benchmarks.Stores;

/// <summary>
/// A web request that comes to a process which does not know the session: it opens a thread of 10,000 messages, of which the last 40 are
/// sent, and takes the next turn.
/// </summary>
[InvocationCount(64)]
[IterationCount(15)]
[WarmupCount(40)]
public class OpenAndSendBenchmarks
{
    private const int Messages = 10_000;
    private const int Window = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("promptkit-benchmarks-").FullName;
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly SessionManagerOptions _options = new() { HistoryReducer = new CountingHistoryReducer(Window) };
    private ISessionStore? _store;

    /// <summary>Gets or sets the engine.</summary>
    [Params("memory", "sqlite", "postgresql", "redis")]
    public string Engine { get; set; } = "memory";

    /// <summary>Writes the thread.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalSetup]
    public async Task WriteAsync()
    {
        _store = StoreSubject.Open(Engine, _folder);
        await StoredTurns.FillAsync(_store, _id, Messages / 2).ConfigureAwait(false);
    }

    /// <summary>Opens the session, and sends.</summary>
    /// <returns>The reply.</returns>
    [Benchmark]
    public async Task<ChatReply> OpenAndSendAsync()
    {
        var session = await new SessionManager(new OneAnswer(), _store!, _options).OpenAsync(_id).ConfigureAwait(false);
        return await session.Chat().SendAsync(OneAnswer.Question).ConfigureAwait(false);
    }

    /// <summary>Deletes the thread.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _store!.DeleteAsync(_id).ConfigureAwait(false);
        (_store as IDisposable)?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
