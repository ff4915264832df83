namespace PromptKit.Stores.Tests.Contract;

/// <summary>A store that does everything right, in memory, but for what a test sets.</summary>
internal sealed class BrokenStore(IExpiringSessionStore inner) : IExpiringSessionStore
{
    /// <summary>A sound one, as the law asks for it.</summary>
    public BrokenStore(TimeProvider clock, TimeSpan? slidingExpiration)
        : this(new InMemorySessionStore(clock, slidingExpiration)) { }

    /// <summary>The store behind it, which is sound.</summary>
    public IExpiringSessionStore Inner => inner;

    public Func<string, CancellationToken, ValueTask<StoredSession?>> Open { get; set; } = inner.OpenAsync;

    public Func<string, string, long, int, CancellationToken, IAsyncEnumerable<StoredMessage>> Read { get; set; } = inner.ReadAsync;

    public Func<string, string, string, CancellationToken, ValueTask<long?>> FindTurn { get; set; } = inner.FindTurnAsync;

    public Func<SessionCommit, CancellationToken, ValueTask<CommitResult>> Commit { get; set; } = inner.CommitAsync;

    public Func<string, CancellationToken, ValueTask<bool>> Delete { get; set; } = inner.DeleteAsync;

    public Func<SessionQuery, CancellationToken, IAsyncEnumerable<SessionSummary>> List { get; set; } = inner.ListAsync;

    public Func<CancellationToken, ValueTask<int>> Purge { get; set; } = inner.PurgeExpiredAsync;

    public ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default) =>
        Open(sessionId, cancellationToken);

    public IAsyncEnumerable<StoredMessage> ReadAsync(
        string sessionId,
        string thread,
        long from,
        int max,
        CancellationToken cancellationToken = default
    ) => Read(sessionId, thread, from, max, cancellationToken);

    public ValueTask<long?> FindTurnAsync(string sessionId, string thread, string turnId, CancellationToken cancellationToken = default) =>
        FindTurn(sessionId, thread, turnId, cancellationToken);

    public ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default) =>
        Commit(commit, cancellationToken);

    public ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default) =>
        Delete(sessionId, cancellationToken);

    public IAsyncEnumerable<SessionSummary> ListAsync(SessionQuery query, CancellationToken cancellationToken = default) =>
        List(query, cancellationToken);

    public ValueTask<int> PurgeExpiredAsync(CancellationToken cancellationToken = default) => Purge(cancellationToken);

    /// <summary>Lets each commit be another one.</summary>
    public BrokenStore Committing(Func<SessionCommit, SessionCommit> change)
    {
        Commit = (commit, token) => inner.CommitAsync(change(commit), token);
        return this;
    }

    /// <summary>Lets each commit of a thread be another one.</summary>
    public BrokenStore Appending(Func<ThreadCommit, ThreadCommit> change) =>
        Committing(commit => commit with { Threads = [.. commit.Threads.Select(change)] });

    /// <summary>Lets each answer to a commit be another one.</summary>
    public BrokenStore Answering(Func<SessionCommit, CommitResult, CommitResult> change)
    {
        Commit = async (commit, token) => change(commit, await inner.CommitAsync(commit, token));
        return this;
    }

    /// <summary>Lets each header that is found be another one.</summary>
    public BrokenStore Opening(Func<StoredSession, StoredSession?> change)
    {
        Open = async (id, token) => await inner.OpenAsync(id, token) is { } session ? change(session) : null;
        return this;
    }

    /// <summary>Lets messages that are read be others.</summary>
    public BrokenStore Reading(Func<IAsyncEnumerable<StoredMessage>, IAsyncEnumerable<StoredMessage>> change)
    {
        Read = (id, thread, from, max, token) => change(inner.ReadAsync(id, thread, from, max, token));
        return this;
    }

    /// <summary>Lets lists be others.</summary>
    public BrokenStore Listing(Func<IAsyncEnumerable<SessionSummary>, IAsyncEnumerable<SessionSummary>> change)
    {
        List = (query, token) => change(inner.ListAsync(query, token));
        return this;
    }

    /// <summary>Lets ids of sessions be others.</summary>
    public BrokenStore Naming(Func<string, string> change)
    {
        Open = (id, token) => inner.OpenAsync(change(id), token);
        Read = (id, thread, from, max, token) => inner.ReadAsync(change(id), thread, from, max, token);
        FindTurn = (id, thread, turn, token) => inner.FindTurnAsync(change(id), thread, turn, token);
        Delete = (id, token) => inner.DeleteAsync(change(id), token);
        return Committing(commit => commit with { SessionId = change(commit.SessionId) });
    }
}
