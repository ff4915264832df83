namespace PromptKit;

/// <summary>A session of the <see cref="InMemorySessionStore"/>. Every member takes the lock, none waits while it holds it.</summary>
internal sealed class InMemorySession
{
    private static readonly Dictionary<string, InMemoryThread> NoThreads = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, InMemoryThread> _threads = new(StringComparer.Ordinal);
    private readonly SessionCommit _creation;
    private readonly TimeSpan? _slidingExpiration;
    private readonly long _createdAt;
    private int _formatVersion;
    private long _updatedAt;
    private long? _expiresAt;
    private byte[] _state = [];
    private long _stateVersion;
    private string? _stateCommitId;
    private bool _isDeleted;

    public InMemorySession(SessionCommit creation, long now, TimeSpan? slidingExpiration)
    {
        _slidingExpiration = slidingExpiration;
        _creation = creation with { Threads = [], State = null };
        _createdAt = now;
        Write(creation, now);
    }

    /// <summary>What a creation relies on that does not hold: nothing is there yet.</summary>
    public static CommitResult? Conflict(SessionCommit creation) => Conflict(creation, NoThreads, stateVersion: 0);

    public bool WasCreatedBy(SessionCommit commit) => commit.CommitId == _creation.CommitId && commit.Generation == _creation.Generation;

    public bool HasExpired(long now)
    {
        lock (_lock)
        {
            return _expiresAt <= now;
        }
    }

    public (string Id, long CreatedAt, long UpdatedAt) Row()
    {
        lock (_lock)
        {
            return (_creation.SessionId, _createdAt, _updatedAt);
        }
    }

    public StoredSession Header()
    {
        lock (_lock)
        {
            return new StoredSession
            {
                Id = _creation.SessionId,
                Generation = _creation.Generation,
                FormatVersion = _formatVersion,
                State = _state,
                StateVersion = _stateVersion,
                Threads = [.. _threads.Values.Select(thread => thread.Header())],
                CreatedAt = StoreTime.FromMicroseconds(_createdAt),
                UpdatedAt = StoreTime.FromMicroseconds(_updatedAt),
            };
        }
    }

    public IReadOnlyList<StoredMessage> Messages(string thread, long from, int max)
    {
        lock (_lock)
        {
            return _threads.TryGetValue(thread, out var found) ? found.Messages(from, max) : [];
        }
    }

    public long? FindTurn(string thread, string turnId)
    {
        lock (_lock)
        {
            return _threads.TryGetValue(thread, out var found) ? found.FindTurn(turnId) : null;
        }
    }

    public CommitResult Commit(SessionCommit commit, long now)
    {
        lock (_lock)
        {
            if (_isDeleted || _expiresAt <= now || commit.Generation != _creation.Generation)
            {
                return CommitResult.Missing;
            }

            if (IsRepeat(commit))
            {
                return CommitResult.Repeated;
            }

            if (Conflict(commit, _threads, _stateVersion) is { } conflict)
            {
                return conflict;
            }

            Write(commit, now);
            return CommitResult.Applied;
        }
    }

    public void Delete()
    {
        lock (_lock)
        {
            _isDeleted = true;
        }
    }

    /// <summary>Deletes it if it has expired: a commit that comes first keeps it alive.</summary>
    public bool TryExpire(long now)
    {
        lock (_lock)
        {
            return _isDeleted |= _expiresAt <= now;
        }
    }

    private static CommitResult? Conflict(SessionCommit commit, Dictionary<string, InMemoryThread> threads, long stateVersion)
    {
        for (var index = 0; index < commit.Threads.Count; index++)
        {
            var thread = commit.Threads[index];
            var (length, revision) = threads.TryGetValue(thread.Thread, out var found) ? (found.Length, found.Revision) : (0, 0);
            if (length != thread.ExpectedLength || revision != thread.ExpectedRevision)
            {
                return CommitResult.ThreadConflict(thread.Thread, length);
            }
        }

        return commit.State is { } state && state.ExpectedVersion != stateVersion ? CommitResult.StateConflict(stateVersion) : null;
    }

    // All or nothing was written: one part that is there is proof for the others.
    private bool IsRepeat(SessionCommit commit)
    {
        for (var index = 0; index < commit.Threads.Count; index++)
        {
            var thread = commit.Threads[index];
            if (_threads.TryGetValue(thread.Thread, out var found) && found.Has(commit.CommitId, thread.ExpectedLength))
            {
                return true;
            }
        }

        return commit.State is not null && commit.CommitId == _stateCommitId;
    }

    private void Write(SessionCommit commit, long now)
    {
        for (var index = 0; index < commit.Threads.Count; index++)
        {
            var thread = commit.Threads[index];
            if (!_threads.TryGetValue(thread.Thread, out var found))
            {
                _threads.Add(thread.Thread, found = new InMemoryThread(thread.Thread));
            }

            found.Append(thread, commit.CommitId);
        }

        if (commit.State is { } state)
        {
            _state = state.State.ToArray();
            _stateVersion = state.ExpectedVersion + 1;
            _stateCommitId = commit.CommitId;
        }

        _formatVersion = Math.Max(_formatVersion, commit.FormatVersion);
        _updatedAt = now;
        _expiresAt = StoreTime.Expiry(now, _slidingExpiration);
    }
}
