using BenchmarkDotNet.Attributes;

namespace PromptKit.Benchmarks.Stores;

/// <summary>What a turn, and opening with the last 40 messages, cost a store, however long the history is.</summary>
[InvocationCount(64)]
[IterationCount(15)]
[WarmupCount(3)]
public class StoreBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("promptkit-benchmarks-").FullName;
    private ISessionStore? _store;
    private string _session = "";
    private long _length;
    private long _revision;

    /// <summary>Gets or sets the engine.</summary>
    [Params("sqlite", "postgresql", "redis")]
    public string Engine { get; set; } = "sqlite";

    /// <summary>Gets or sets how many turns there were before.</summary>
    [Params(10, 1_000, 10_000)]
    public int Turns { get; set; }

    /// <summary>Makes the history.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalSetup]
    public async Task FillAsync()
    {
        _store = StoreSubject.Open(Engine, _folder);
        _session = Guid.NewGuid().ToString("N");
        await StoredTurns.FillAsync(_store, _session, Turns).ConfigureAwait(false);
        var thread = (await _store.OpenAsync(_session).ConfigureAwait(false))!.Threads[0];
        (_length, _revision) = (thread.Length, thread.Revision);
    }

    /// <summary>Writes a turn.</summary>
    /// <returns>Completes with it.</returns>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    [Benchmark]
    public async Task TurnAsync()
    {
        var turn = StoredTurns.Turn(_session, 0);
        var thread = turn.Threads[0] with { ExpectedLength = _length, ExpectedRevision = _revision };
        if (await _store!.CommitAsync(turn with { Threads = [thread] }).ConfigureAwait(false) != CommitResult.Applied)
        {
            throw new InvalidOperationException("Somebody else wrote to the session that is measured.");
        }

        _length += 2;
        _revision++;
    }

    /// <summary>Opens the session and reads its last 40 messages.</summary>
    /// <returns>How many there were.</returns>
    [Benchmark]
    public async Task<int> OpenWithTailAsync()
    {
        var length = (await _store!.OpenAsync(_session).ConfigureAwait(false))!.Threads[0].Length;
        return await _store.ReadAsync(_session, "main", Math.Max(0, length - 40), 40).CountAsync().ConfigureAwait(false);
    }

    /// <summary>Deletes the history.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _store!.DeleteAsync(_session).ConfigureAwait(false);
        (_store as IDisposable)?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
