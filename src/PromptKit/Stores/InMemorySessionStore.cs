using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PromptKit;

/// <summary>Keeps sessions in memory, as the same bytes that every other store keeps. They are gone when the process ends.</summary>
/// <remarks>All members are safe to use from several threads at once, and none of them waits for anything.</remarks>
public sealed class InMemorySessionStore : IExpiringSessionStore
{
    private readonly ConcurrentDictionary<string, InMemorySession> _sessions = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan? _slidingExpiration;

    /// <summary>Initializes a new instance of the <see cref="InMemorySessionStore"/> class without any session.</summary>
    /// <param name="timeProvider">The clock; <see langword="null"/>, the default, is the system's.</param>
    /// <param name="slidingExpiration">How long after its last commit a session expires; <see langword="null"/>, the default, is never.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slidingExpiration"/> is less than a millisecond.</exception>
    public InMemorySessionStore(TimeProvider? timeProvider = null, TimeSpan? slidingExpiration = null)
    {
        StoreTime.CheckExpiration(slidingExpiration, nameof(slidingExpiration));
        _timeProvider = timeProvider ?? TimeProvider.System;
        _slidingExpiration = slidingExpiration;
    }

    /// <inheritdoc/>
    public ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(sessionId)?.Header());
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
        await Task.CompletedTask.ConfigureAwait(false);
        if (Find(sessionId) is not { } session)
        {
            yield break;
        }

        foreach (var message in session.Messages(thread, from, max))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return message;
        }
    }

    /// <inheritdoc/>
    public ValueTask<long?> FindTurnAsync(string sessionId, string thread, string turnId, CancellationToken cancellationToken = default)
    {
        StoreArguments.CheckTurn(sessionId, thread, turnId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(sessionId)?.FindTurn(thread, turnId));
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        var now = StoreTime.Now(_timeProvider);
        if (commit.Creates)
        {
            return ValueTask.FromResult(Create(commit, now));
        }

        return ValueTask.FromResult(
            _sessions.TryGetValue(commit.SessionId, out var found) ? found.Commit(commit, now) : CommitResult.Missing
        );
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_sessions.TryRemove(sessionId, out var session))
        {
            return ValueTask.FromResult(false);
        }

        var wasThere = !session.TryExpire(StoreTime.Now(_timeProvider));
        session.Delete();
        return ValueTask.FromResult(wasThere);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        var now = StoreTime.Now(_timeProvider);
        var rows = _sessions.Values.Where(session => !session.HasExpired(now)).Select(session => session.Row());
        foreach (var summary in SessionPage.Of(rows, query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeExpiredAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = StoreTime.Now(_timeProvider);
        return ValueTask.FromResult(_sessions.Count(pair => pair.Value.TryExpire(now) && _sessions.TryRemove(pair)));
    }

    private InMemorySession? Find(string sessionId) =>
        _sessions.TryGetValue(sessionId, out var session) && !session.HasExpired(StoreTime.Now(_timeProvider)) ? session : null;

    private CommitResult Create(SessionCommit commit, long now)
    {
        var conflict = InMemorySession.Conflict(commit);
        var created = new InMemorySession(commit, now, _slidingExpiration);
        while (true)
        {
            var session = conflict is null ? _sessions.GetOrAdd(commit.SessionId, created) : _sessions.GetValueOrDefault(commit.SessionId);
            if (session is null)
            {
                return conflict!.Value;
            }

            if (ReferenceEquals(session, created))
            {
                return CommitResult.Applied;
            }

            if (!session.TryExpire(now))
            {
                return session.WasCreatedBy(commit) ? CommitResult.Repeated : CommitResult.Exists;
            }

            _sessions.TryRemove(new(commit.SessionId, session));
        }
    }
}
