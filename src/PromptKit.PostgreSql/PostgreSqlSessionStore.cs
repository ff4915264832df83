using System.Runtime.CompilerServices;
using Npgsql;

namespace PromptKit;

/// <summary>Keeps sessions in PostgreSQL, version 12 or later.</summary>
/// <remarks>
/// <para>
/// Each commit is one statement and one round trip, and appends: what it costs does not depend on what the session has. Any number of
/// processes on any number of machines may share the database.
/// </para>
/// <para>
/// Schema, tables and functions are made at the first use. All members are safe to use from several threads at once. Failures are those of
/// the provider, <see cref="NpgsqlException"/>; the next call goes on with a new connection.
/// </para>
/// </remarks>
public sealed class PostgreSqlSessionStore : IExpiringSessionStore, IDisposable, IAsyncDisposable
{
    private const int LargestChunk = 256;
    private const int MostBytes = 1024 * 1024;
    private const int LargestPurge = 20;

    private readonly Lock _lock = new();
    private readonly NpgsqlDataSource _dataSource;
    private readonly bool _ownsDataSource;
    private readonly PostgreSqlSessionStoreOptions _options;
    private readonly PostgreSqlSchema _schema;
    private readonly PostgreSqlStatements _statements;
    private Task? _start;

    /// <summary>Initializes a new instance of the <see cref="PostgreSqlSessionStore"/> class with connections of its own.</summary>
    /// <param name="connectionString">As for Npgsql: <c>Host=localhost;Database=app;Username=app;Password=…</c>.</param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    public PostgreSqlSessionStore(string connectionString, PostgreSqlSessionStoreOptions? options = null)
        : this(Connect(connectionString), options) => _ownsDataSource = true;

    /// <summary>Initializes a new instance of the <see cref="PostgreSqlSessionStore"/> class on the caller's data source.</summary>
    /// <param name="dataSource">Where connections come from. The store does not dispose of it.</param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    public PostgreSqlSessionStore(NpgsqlDataSource dataSource, PostgreSqlSessionStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        _dataSource = dataSource;
        _options = options ?? new PostgreSqlSessionStoreOptions();
        _schema = new PostgreSqlSchema(_options.Schema);
        _statements = new PostgreSqlStatements(_schema.Quoted);
    }

    /// <summary>The SQL that makes schema, tables and functions, for where the application may not. Running it again changes nothing.</summary>
    /// <param name="schema">The schema's name. Default: <c>promptkit</c>.</param>
    /// <returns>The statements.</returns>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is not a schema's name.</exception>
    public static string CreateScript(string schema = "promptkit") =>
        new PostgreSqlSchema(new PostgreSqlSessionStoreOptions { Schema = schema }.Schema).Script;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The tables were written by a newer version.</exception>
    public async ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return await RunAsync(
                _statements.Open(sessionId, Now()),
                rows => ReadSessionAsync(sessionId, rows, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
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
        long? key = null;
        while (max > 0)
        {
            // Chunk by chunk, so that no connection is held while the caller thinks.
            var count = Math.Min(max, LargestChunk);
            var command = key is { } known
                ? _statements.ReadNext(known, from, count)
                : _statements.ReadFirst(sessionId, thread, from, count, Now());
            var messages = new List<StoredMessage>();
            key = await RunAsync(command, rows => ReadMessagesAsync(rows, messages, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            foreach (var message in messages)
            {
                yield return message;
            }

            if (key is null)
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
        return await RunAsync(
                _statements.FindTurn(sessionId, thread, turnId, Now()),
                async rows => await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? rows.GetInt64(0) : (long?)null,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="NpgsqlException">The server could not be reached, or gave an error.</exception>
    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var now = Now();
        var command = _statements.Commit(commit, now, StoreTime.Expiry(now, _options.SlidingExpiration));
        return await RunAsync(command, rows => ReadResultAsync(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        return await RunAsync(
                _statements.Delete(sessionId, Now()),
                async rows => await rows.ReadAsync(cancellationToken).ConfigureAwait(false) && rows.GetBoolean(0),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ContinuationToken? after = query.ContinuationToken is { } token ? ContinuationToken.Parse(token) : null;
        var page = await RunAsync(_statements.List(query, after, Now()), rows => ReadPageAsync(rows, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        foreach (var summary in page)
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
            purged = await RunAsync(
                    _statements.Purge(Now(), LargestPurge),
                    async rows => await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? rows.GetInt32(0) : 0,
                    cancellationToken
                )
                .ConfigureAwait(false);
            total += purged;
        } while (purged == LargestPurge);

        return total;
    }

    /// <summary>Closes the connections, if they are the store's own.</summary>
    public void Dispose()
    {
        if (_ownsDataSource)
        {
            _dataSource.Dispose();
        }
    }

    /// <summary>Closes the connections, if they are the store's own.</summary>
    /// <returns>A task that is done when they are closed.</returns>
    public ValueTask DisposeAsync() => _ownsDataSource ? _dataSource.DisposeAsync() : ValueTask.CompletedTask;

    // No statement here leaves anything behind on its connection. To clean it all the same, as the pool does by default, would cost each
    // commit a statement more, and the server its plans of the functions.
    private static NpgsqlDataSource Connect(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true });

    private static async ValueTask<StoredSession?> ReadSessionAsync(string id, NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        StoredSession? session = null;
        var threads = new List<StoredThread>();
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            session ??= new StoredSession
            {
                Id = id,
                Generation = rows.GetString(0),
                FormatVersion = rows.GetInt32(1),
                State = rows.IsDBNull(2) ? default : rows.GetFieldValue<byte[]>(2),
                StateVersion = rows.GetInt64(3),
                CreatedAt = rows.GetFieldValue<DateTimeOffset>(4),
                UpdatedAt = rows.GetFieldValue<DateTimeOffset>(5),
                Threads = threads,
            };
            if (!rows.IsDBNull(6))
            {
                threads.Add(
                    new StoredThread
                    {
                        Name = rows.GetString(6),
                        Length = rows.GetInt64(7),
                        Revision = rows.GetInt64(8),
                        Properties = rows.GetFieldValue<byte[]>(9),
                    }
                );
            }
        }

        return session;
    }

    /// <returns>The thread's key; <see langword="null"/> when there were no messages.</returns>
    private static async ValueTask<long?> ReadMessagesAsync(
        NpgsqlDataReader rows,
        List<StoredMessage> messages,
        CancellationToken cancellationToken
    )
    {
        long? key = null;
        var bytes = 0;
        while (bytes < MostBytes && await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            key = rows.GetInt64(0);
            var payload = rows.GetFieldValue<byte[]>(2);
            bytes += payload.Length;
            messages.Add(new StoredMessage(rows.GetInt64(1), payload));
        }

        return key;
    }

    private static async ValueTask<CommitResult> ReadResultAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (CommitStatus)rows.GetInt32(0) switch
        {
            CommitStatus.Applied => CommitResult.Applied,
            CommitStatus.Repeated => CommitResult.Repeated,
            CommitStatus.Conflict when rows.IsDBNull(1) => CommitResult.StateConflict(rows.GetInt64(2)),
            CommitStatus.Conflict => CommitResult.ThreadConflict(rows.GetString(1), rows.GetInt64(2)),
            CommitStatus.Exists => CommitResult.Exists,
            _ => CommitResult.Missing,
        };
    }

    private static async ValueTask<List<SessionSummary>> ReadPageAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var page = new List<SessionSummary>();
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var created = StoreTime.ToMicroseconds(rows.GetFieldValue<DateTimeOffset>(1));
            var updated = StoreTime.ToMicroseconds(rows.GetFieldValue<DateTimeOffset>(2));
            page.Add(SessionPage.Summary(rows.GetString(0), created, updated));
        }

        return page;
    }

    private long Now() => StoreTime.Now(_options.TimeProvider);

    private async ValueTask<TResult> RunAsync<TResult>(
        NpgsqlCommand command,
        Func<NpgsqlDataReader, ValueTask<TResult>> read,
        CancellationToken cancellationToken
    )
    {
        await using (command.ConfigureAwait(false))
        {
            await StartAsync(cancellationToken).ConfigureAwait(false);
            var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                command.Connection = connection;
                var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (rows.ConfigureAwait(false))
                {
                    var result = await read(rows).ConfigureAwait(false);

                    // The server writes rows before it commits. A cancellation in between is told here; disposing the reader swallows it.
                    while (await rows.NextResultAsync(cancellationToken).ConfigureAwait(false)) { }

                    return result;
                }
            }
        }
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_start is not { IsFaulted: false, IsCanceled: false })
            {
                // The first call, or the next after one that failed. Nobody's token: it is everybody's start.
                _start = _schema.EnsureAsync(_dataSource, _options.CreatesSchema, CancellationToken.None);
            }

            return _start.IsCompleted ? _start : _start.WaitAsync(cancellationToken);
        }
    }
}
