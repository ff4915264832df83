using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace PromptKit;

/// <summary>Keeps sessions in a SQLite file.</summary>
/// <remarks>
/// <para>
/// Each commit appends: what it costs does not depend on what the session has. The file is in WAL mode, so reading never waits for writing.
/// In one process all commits go through one writer, and those that wait are written together. Several processes on one machine may share
/// the file, but not over a network file system.
/// </para>
/// <para>
/// The tables, named <c>promptkit_…</c>, are made at the first use. All members are safe to use from several threads at once. Calls that
/// only read do so on the caller's thread.
/// </para>
/// </remarks>
public sealed class SqliteSessionStore : IExpiringSessionStore, IDisposable, IAsyncDisposable
{
    private const int MostIdleReaders = 16;
    private const int LargestPurge = 20;

    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly Lock _lock = new();
    private readonly SqliteSessionStoreOptions _options;
    private readonly SqliteConnections _connections;
    private Task<SqliteWriter>? _start;
    private bool _isDisposed;

    /// <summary>Initializes a new instance of the <see cref="SqliteSessionStore"/> class on a file, which is made when it is first used.</summary>
    /// <param name="connectionString">As for <see cref="SqliteConnection"/>: <c>Data Source=sessions.db</c>.</param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> names no file, or is a path alone.</exception>
    public SqliteSessionStore(string connectionString, SqliteSessionStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        _options = options ?? new SqliteSessionStoreOptions();
        _connections = new SqliteConnections(connectionString, _options);
    }

    /// <summary>Initializes a new instance of the <see cref="SqliteSessionStore"/> class on connections that the caller makes.</summary>
    /// <param name="createConnection">
    /// Gives a new connection to always the same file, open or not. The store keeps and disposes of it, and sets its <c>synchronous</c> and
    /// <c>busy_timeout</c>.
    /// </param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    public SqliteSessionStore(Func<SqliteConnection> createConnection, SqliteSessionStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(createConnection);
        _options = options ?? new SqliteSessionStoreOptions();
        _connections = new SqliteConnections(createConnection, _options);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The file was written by a newer version.</exception>
    public async ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return await ReadAsync(reader => reader.Open(sessionId, Now()), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredMessage> ReadAsync(
        string sessionId,
        string thread,
        long from,
        int max,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        StoreArguments.CheckRead(sessionId, thread, from, max);
        if (await ReadAsync(reader => reader.FindThread(sessionId, thread, Now()), cancellationToken).ConfigureAwait(false) is not { } key)
        {
            yield break;
        }

        while (max > 0)
        {
            var (start, count) = (from, max);
            var messages = await ReadAsync(reader => reader.Read(key, start, count), cancellationToken).ConfigureAwait(false);
            foreach (var message in messages)
            {
                yield return message;
            }

            if (messages.Count == 0)
            {
                yield break;
            }

            from += messages.Count;
            max -= messages.Count;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<long?> FindTurnAsync(
        string sessionId,
        string thread,
        string turnId,
        CancellationToken cancellationToken = default
    )
    {
        StoreArguments.CheckTurn(sessionId, thread, turnId);
        return await ReadAsync(reader => reader.FindTurn(sessionId, thread, turnId, Now()), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>A commit whose writing has begun is no longer cancelled.</remarks>
    /// <exception cref="SqliteException">The file could not be written to: nothing of the commit was.</exception>
    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return await WriteAsync(
                commits =>
                {
                    var now = Now();
                    var expires = StoreTime.Expiry(now, _options.SlidingExpiration);
                    return commit.Creates ? commits.Create(commit, now, expires) : commits.Commit(commit, now, expires);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return await WriteAsync(commits => commits.Delete(sessionId, Now()), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = query.ContinuationToken is { } token ? ContinuationToken.Parse(token) : new ContinuationToken(long.MaxValue, "");
        foreach (var summary in await ReadAsync(reader => reader.List(query, after, Now()), cancellationToken).ConfigureAwait(false))
        {
            yield return summary;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeExpiredAsync(CancellationToken cancellationToken = default)
    {
        var total = 0;
        int purged;
        do
        {
            purged = await WriteAsync(commits => commits.Purge(Now(), LargestPurge), cancellationToken).ConfigureAwait(false);
            total += purged;
        } while (purged == LargestPurge);

        return total;
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public void Dispose()
    {
        Task<SqliteWriter>? start;
        lock (_lock)
        {
            _isDisposed = true;
            start = _start;
        }

        if (start is { IsCompletedSuccessfully: true })
        {
            start.GetAwaiter().GetResult().Dispose();
        }

        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    /// <returns>A task that is done when the file is closed.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private long Now() => StoreTime.Now(_options.TimeProvider);

    private async ValueTask<TResult> WriteAsync<TResult>(Func<SqliteCommits, TResult> write, CancellationToken cancellationToken)
    {
        var writer = await StartAsync(cancellationToken).ConfigureAwait(false);
        return await writer.RunAsync(write, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TResult> ReadAsync<TResult>(Func<SqliteReader, TResult> read, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken).ConfigureAwait(false);
        if (!_readers.TryTake(out var reader))
        {
            reader = new SqliteReader(_connections.Open());
        }

        try
        {
            var result = read(reader);
            if (_readers.Count < MostIdleReaders && !_isDisposed)
            {
                _readers.Add(reader);
                reader = null;
            }

            return result;
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private Task<SqliteWriter> StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_start is { IsFaulted: false, IsCanceled: false })
            {
                return _start.IsCompleted ? _start : _start.WaitAsync(cancellationToken);
            }

            // The first call, or the next after one that failed. Nobody's token: it is everybody's start.
            _start = Task.Run(PrepareAsync, CancellationToken.None);
            return _start.WaitAsync(cancellationToken);
        }
    }

    private async Task<SqliteWriter> PrepareAsync()
    {
        using var connection = _connections.Open();
        await SqliteSchema.EnsureAsync(connection, _options.BusyTimeout, CancellationToken.None).ConfigureAwait(false);
        var writer = new SqliteWriter(_connections);
        lock (_lock)
        {
            if (!_isDisposed)
            {
                return writer;
            }
        }

        writer.Dispose();
        throw new ObjectDisposedException(nameof(SqliteSessionStore));
    }
}
