using System.Runtime.CompilerServices;

namespace PromptKit.Tests.Sessions;

/// <summary>A store between whose steps a test does what it likes: fails, waits, writes something else.</summary>
internal sealed class FaultyStore(ISessionStore inner) : ISessionStore
{
    private readonly Lock _lock = new();
    private readonly List<SessionCommit> _commits = [];

    public Func<SessionCommit, CancellationToken, ValueTask> BeforeCommit { get; set; } = (_, _) => ValueTask.CompletedTask;

    public Func<SessionCommit, CommitResult, ValueTask> AfterCommit { get; set; } = (_, _) => ValueTask.CompletedTask;

    public Func<ValueTask> BeforeRead { get; set; } = () => ValueTask.CompletedTask;

    public Func<ValueTask> BeforeMessage { get; set; } = () => ValueTask.CompletedTask;

    /// <summary>The store behind it, which does not fail.</summary>
    public ISessionStore Inner => inner;

    /// <summary>How many messages were read.</summary>
    public int MessagesRead { get; private set; }

    /// <summary>All commits that were tried, except those that create sessions.</summary>
    public IReadOnlyList<SessionCommit> Commits
    {
        get
        {
            lock (_lock)
            {
                return [.. _commits];
            }
        }
    }

    public async ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        await BeforeRead();
        return await inner.OpenAsync(sessionId, cancellationToken);
    }

    public async IAsyncEnumerable<StoredMessage> ReadAsync(
        string sessionId,
        string thread,
        long from,
        int max,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await BeforeRead();
        await foreach (var message in inner.ReadAsync(sessionId, thread, from, max, cancellationToken))
        {
            await BeforeMessage();
            MessagesRead++;
            yield return message;
        }
    }

    public async ValueTask<long?> FindTurnAsync(
        string sessionId,
        string thread,
        string turnId,
        CancellationToken cancellationToken = default
    )
    {
        await BeforeRead();
        return await inner.FindTurnAsync(sessionId, thread, turnId, cancellationToken);
    }

    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        if (commit.Creates)
        {
            return await inner.CommitAsync(commit, cancellationToken);
        }

        lock (_lock)
        {
            _commits.Add(commit);
        }

        await BeforeCommit(commit, cancellationToken);
        var result = await inner.CommitAsync(commit, cancellationToken);
        await AfterCommit(commit, result);
        return result;
    }

    public ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default) =>
        inner.DeleteAsync(sessionId, cancellationToken);

    public IAsyncEnumerable<SessionSummary> ListAsync(SessionQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(query, cancellationToken);
}
