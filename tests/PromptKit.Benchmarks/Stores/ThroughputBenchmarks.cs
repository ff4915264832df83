using BenchmarkDotNet.Attributes;
using PromptKit.Benchmarks.Stores.HandWritten;

namespace PromptKit.Benchmarks.Stores;

/// <summary>
/// A hundred sessions write at the same time: a turn by the store, beside hand-written statements that write the same rows and keys with the
/// same durability, and check nothing. The inverse of the ratio is the share of their throughput that the store reaches.
/// </summary>
[InvocationCount(1)]
[IterationCount(12)]
[WarmupCount(3)]
public class ThroughputBenchmarks
{
    private const int Sessions = 100;
    private const int TurnsOfEach = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("promptkit-benchmarks-").FullName;
    private readonly long[] _turns = new long[Sessions];
    private string[] _ids = [];
    private ISessionStore? _store;
    private IHandWritten? _handWritten;

    /// <summary>Gets or sets the engine.</summary>
    [Params("sqlite", "postgresql", "redis")]
    public string Engine { get; set; } = "sqlite";

    /// <summary>Makes the sessions.</summary>
    /// <returns>Completes with them.</returns>
    [GlobalSetup]
    public async Task MakeSessionsAsync()
    {
        var run = Guid.NewGuid().ToString("N");
        _store = StoreSubject.Open(Engine, _folder);
        _ids = [.. Enumerable.Range(0, Sessions).Select(number => $"{run}-{number}")];
        foreach (var id in _ids)
        {
            await StoredTurns.FillAsync(_store, id, 1).ConfigureAwait(false);
        }

        Array.Fill(_turns, 1);
        _handWritten = await HandWrittenEngines.OpenAsync(Engine, _folder).ConfigureAwait(false);
    }

    /// <summary>Statements written by hand.</summary>
    /// <returns>Completes with the last turn.</returns>
    [Benchmark(Baseline = true, OperationsPerInvoke = Sessions * TurnsOfEach)]
    public Task HandWrittenAsync() => RunAsync(_handWritten!.WriteAsync);

    /// <summary>The store.</summary>
    /// <returns>Completes with the last turn.</returns>
    [Benchmark(OperationsPerInvoke = Sessions * TurnsOfEach)]
    public Task StoreAsync() => RunAsync(CommitAsync);

    /// <summary>Deletes the sessions.</summary>
    /// <returns>Completes with it.</returns>
    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _handWritten!.DisposeAsync().ConfigureAwait(false);
        foreach (var id in _ids)
        {
            await _store!.DeleteAsync(id).ConfigureAwait(false);
        }

        await ((IAsyncDisposable)_store!).DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task CommitAsync(SessionCommit turn)
    {
        if (await _store!.CommitAsync(turn).ConfigureAwait(false) != CommitResult.Applied)
        {
            throw new InvalidOperationException("A turn was refused: the two do not write the same.");
        }
    }

    private Task RunAsync(Func<SessionCommit, Task> write) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Sessions)
                .Select(session =>
                    Task.Run(async () =>
                    {
                        for (var turn = 0; turn < TurnsOfEach; turn++)
                        {
                            await write(StoredTurns.Turn(_ids[session], _turns[session]++)).ConfigureAwait(false);
                        }
                    })
                )
        );
}
