using System.Globalization;
using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace PromptKit;

/// <summary>Keeps sessions in Redis, version 6 or later, or in a server that speaks its protocol and runs Lua.</summary>
/// <remarks>
/// <para>
/// A session is one hash, a commit one script: atomic, in one slot of a cluster, and expiring as a whole. What a commit costs does not
/// depend on what the session has. Any number of processes may share the server.
/// </para>
/// <para>
/// What an acknowledged commit survives is the server's setting: with <c>appendonly yes</c> and <c>appendfsync always</c> everything, with
/// <c>everysec</c> all but the last second before a power failure, without a file nothing. A failover to a replica loses what the replica
/// had not received.
/// </para>
/// <para>
/// All members are safe to use from several threads at once. Failures are those of StackExchange.Redis; it connects again by itself.
/// </para>
/// </remarks>
public sealed class RedisSessionStore : ISessionStore, IDisposable, IAsyncDisposable
{
    private const int LargestChunk = 128;
    private const int FieldsBeforeMessages = 3;
    private const int CreationsASweep = 16;
    private const int EntriesASweep = 64;

    private readonly Lock _lock = new();
    private readonly Func<Task<IConnectionMultiplexer>> _connect;
    private readonly bool _ownsConnection;
    private readonly RedisSessionStoreOptions _options;
    private Task<IConnectionMultiplexer>? _connection;
    private int _creations;
    private long _swept;

    /// <summary>Initializes a new instance of the <see cref="RedisSessionStore"/> class with a connection of its own, made at the first use.</summary>
    /// <param name="configuration">As for StackExchange.Redis: <c>localhost:6379,password=…</c>.</param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    public RedisSessionStore(string configuration, RedisSessionStoreOptions? options = null)
    {
        var parsed = ConfigurationOptions.Parse(configuration);
        _connect = async () => await ConnectionMultiplexer.ConnectAsync(parsed).ConfigureAwait(false);
        _ownsConnection = true;
        _options = options ?? new RedisSessionStoreOptions();
    }

    /// <summary>Initializes a new instance of the <see cref="RedisSessionStore"/> class on the caller's connection.</summary>
    /// <param name="connection">The connection. The store does not dispose of it.</param>
    /// <param name="options">How; <see langword="null"/>, the default, is by the defaults.</param>
    public RedisSessionStore(IConnectionMultiplexer connection, RedisSessionStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connect = () => Task.FromResult(connection);
        _options = options ?? new RedisSessionStoreOptions();
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The session was written by a newer version.</exception>
    public async ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var answer = await database
            .ScriptEvaluateAsync(RedisScripts.Open, [Key(sessionId)], [Now()])
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return answer.IsNull ? null : RedisAnswers.ToSession(sessionId, (RedisValue[])answer!);
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
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        RedisValue generation = default;
        while (max > 0)
        {
            var fields = new RedisValue[FieldsBeforeMessages + Math.Min(max, LargestChunk)];
            (fields[0], fields[1], fields[2]) = ("e", "g", "v");
            for (var index = FieldsBeforeMessages; index < fields.Length; index++)
            {
                fields[index] = RedisScripts.MessageField(thread, from + index - FieldsBeforeMessages);
            }

            var values = await database.HashGetAsync(Key(sessionId), fields).WaitAsync(cancellationToken).ConfigureAwait(false);
            RedisAnswers.CheckLayout(sessionId, values[2]);

            // In the middle of a thread, a session that was deleted and created again is another one.
            if (HasExpired(values[0]) || (!generation.IsNull && generation != values[1]))
            {
                yield break;
            }

            generation = values[1];
            for (var index = FieldsBeforeMessages; index < values.Length; index++)
            {
                if (values[index].IsNull)
                {
                    yield break;
                }

                yield return new StoredMessage(from++, (ReadOnlyMemory<byte>)values[index]);
                max--;
            }
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
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var values = await database
            .HashGetAsync(Key(sessionId), ["e", RedisScripts.TurnField(thread, turnId), "v"])
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        RedisAnswers.CheckLayout(sessionId, values[2]);
        return HasExpired(values[0]) ? null : (long?)values[1];
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server could not be reached, or gave an error.</exception>
    /// <exception cref="NotSupportedException">The session was written by a newer version.</exception>
    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var now = Now();
        var index = Index(database);

        // Sent together. A session that exists is in the index, whatever breaks off; an entry without a session is no session.
        var entry = commit.Creates ? index.AddAsync(commit.SessionId, now) : Task.CompletedTask;
        var values = RedisScripts.CommitValues(commit, now, _options.SlidingExpiration);
        var answer = await WriteAsync(database, RedisScripts.Commit, commit.SessionId, values, cancellationToken).ConfigureAwait(false);
        await entry.WaitAsync(cancellationToken).ConfigureAwait(false);
        var result = RedisAnswers.ToResult(commit.SessionId, answer);
        if (result.Status == CommitStatus.Applied)
        {
            index.Touch(commit.SessionId, now);
            if (commit.Creates && _options.SlidingExpiration is not null && Interlocked.Increment(ref _creations) % CreationsASweep == 0)
            {
                _ = SweepAsync(index, now);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var answer = await WriteAsync(database, RedisScripts.Delete, sessionId, [Now()], cancellationToken).ConfigureAwait(false);
        var wasThere = RedisAnswers.ToDeleted(sessionId, answer);
        await Index(database).RemoveAsync(sessionId, Now()).WaitAsync(cancellationToken).ConfigureAwait(false);
        return wasThere;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A query with a prefix reads the list of all sessions. In a list, a session's place may lag behind its last commit if a process was
    /// killed between the two.
    /// </remarks>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ContinuationToken? after = query.ContinuationToken is { } token ? ContinuationToken.Parse(token) : null;
        var database = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var left = query.Max;
        await foreach (var summary in Index(database).ListAsync(query.IdPrefix, after, Now(), cancellationToken).ConfigureAwait(false))
        {
            yield return summary;
            if (--left == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Closes the connection, if it is the store's own.</summary>
    public void Dispose()
    {
        if (_ownsConnection && _connection is { IsCompletedSuccessfully: true })
        {
            _connection.GetAwaiter().GetResult().Dispose();
        }
    }

    /// <summary>Closes the connection, if it is the store's own.</summary>
    /// <returns>A task that is done when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_ownsConnection && _connection is { IsCompletedSuccessfully: true })
        {
            await (await _connection.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private long Now() => StoreTime.Now(_options.TimeProvider);

    private RedisKey Key(string sessionId) => RedisIndex.SessionKey(_options.KeyPrefix, sessionId);

    private RedisIndex Index(IDatabase database) => new(database, _options.KeyPrefix);

    private bool HasExpired(RedisValue expires) =>
        expires.IsNull || (!expires.IsNullOrEmpty && long.Parse(expires.ToString(), CultureInfo.InvariantCulture) <= Now());

    private async Task<RedisValue[]> WriteAsync(
        IDatabase database,
        string script,
        string sessionId,
        RedisValue[] values,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await database
                .ScriptEvaluateAsync(script, [Key(sessionId)], values)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            return (RedisValue[])answer!;
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("READONLY", StringComparison.Ordinal))
        {
            // The server has become the replica of another. By itself the connection would find out at its next check, a minute later.
            await database.Multiplexer.ConfigureAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    // Beside the commit, which is done. Some entries now and then: more than are created meanwhile, so that the list does not grow for ever.
    private async Task SweepAsync(RedisIndex index, long now)
    {
        try
        {
            var next = await index.SweepAsync(Interlocked.Read(ref _swept), EntriesASweep, now).ConfigureAwait(false);
            Interlocked.Exchange(ref _swept, next);
        }
        // The next one will be swept.
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException) { }
    }

    private async ValueTask<IDatabase> ConnectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<IConnectionMultiplexer> connection;
        lock (_lock)
        {
            // The first call, or the next after one that failed.
            if (_connection is not { IsFaulted: false, IsCanceled: false })
            {
                _connection = _connect();
            }

            connection = _connection;
        }

        return (await connection.WaitAsync(cancellationToken).ConfigureAwait(false)).GetDatabase(_options.Database);
    }
}
