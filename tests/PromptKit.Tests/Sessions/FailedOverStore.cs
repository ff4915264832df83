namespace PromptKit.Tests.Sessions;

/// <summary>A store with a replica, which may stop receiving what is written and then take the store's place.</summary>
internal sealed class FailedOverStore : ISessionStore
{
    private readonly InMemorySessionStore _replica = new();
    private InMemorySessionStore _primary = new();

    /// <summary>Whether what is written reaches the replica too.</summary>
    public bool Replicates { get; set; } = true;

    /// <summary>From now on the replica is the store; what had not reached it is lost.</summary>
    public void FailOver()
    {
        _primary = _replica;
        Replicates = false;
    }

    public ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _primary.OpenAsync(sessionId, cancellationToken);

    public IAsyncEnumerable<StoredMessage> ReadAsync(
        string sessionId,
        string thread,
        long from,
        int max,
        CancellationToken cancellationToken = default
    ) => _primary.ReadAsync(sessionId, thread, from, max, cancellationToken);

    public ValueTask<long?> FindTurnAsync(string sessionId, string thread, string turnId, CancellationToken cancellationToken = default) =>
        _primary.FindTurnAsync(sessionId, thread, turnId, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        if (Replicates)
        {
            await _replica.CommitAsync(commit, cancellationToken);
        }

        return await _primary.CommitAsync(commit, cancellationToken);
    }

    public ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _primary.DeleteAsync(sessionId, cancellationToken);

    public IAsyncEnumerable<SessionSummary> ListAsync(SessionQuery query, CancellationToken cancellationToken = default) =>
        _primary.ListAsync(query, cancellationToken);
}
