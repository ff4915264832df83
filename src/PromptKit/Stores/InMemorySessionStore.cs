using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PromptKit;

/// <summary>Keeps sessions in memory, as the same bytes that every other store keeps. They are gone when the process ends.</summary>
/// <remarks>All members are safe to use from several threads at once, and none of them waits for anything.</remarks>
public sealed class InMemorySessionStore : ISessionStore
{
    private readonly ConcurrentDictionary<string, InMemorySession> _sessions = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a new instance of the <see cref="InMemorySessionStore"/> class without any session.</summary>
    /// <param name="timeProvider">The clock; <see langword="null"/>, the default, is the system's.</param>
    public InMemorySessionStore(TimeProvider? timeProvider = null) => _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_sessions.TryGetValue(sessionId, out var session) ? session.Header() : null);
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
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(thread);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        await Task.CompletedTask.ConfigureAwait(false);
        if (!_sessions.TryGetValue(sessionId, out var session))
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
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(thread);
        ArgumentNullException.ThrowIfNull(turnId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_sessions.TryGetValue(sessionId, out var session) ? session.FindTurn(thread, turnId) : null);
    }

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        var now = _timeProvider.GetUtcNow();
        if (commit.Creates)
        {
            var created = new InMemorySession(commit, now);
            var session = _sessions.GetOrAdd(commit.SessionId, created);
            if (ReferenceEquals(session, created))
            {
                return ValueTask.FromResult(CommitResult.Applied);
            }

            return ValueTask.FromResult(session.WasCreatedBy(commit) ? CommitResult.Repeated : CommitResult.Exists);
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

        session.Delete();
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var summary in SessionPage.Of(_sessions.Values.Select(session => session.Row()), query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }
}
