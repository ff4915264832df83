using System.Runtime.CompilerServices;

namespace PromptKit;

/// <summary>Keeps sessions in anything that can get a value and put one if it is unchanged: blobs, documents, keys, files.</summary>
/// <remarks>
/// <para>
/// Under a session's key stands its head: state, properties, and the newest messages of each thread. Replacing it is the commit. Older
/// messages are in values of 32 each, which never change. So a commit writes one value, now and then two or three, and none grows with the
/// history; it does grow with the number of threads and with the state.
/// </para>
/// <para>
/// An engine that cannot list makes lists expensive: <see cref="ListAsync"/> reads the head of every session. Deleting a session empties its
/// values; their keys stay. All members are safe to use from several threads at once, and from several processes if the engine is.
/// </para>
/// </remarks>
public sealed class KeyValueSessionStore : IExpiringSessionStore
{
    // A longer message has a value of its own, so that the head stays small.
    private const int LongestInHead = 4096;

    private readonly IKeyValueStore _store;
    private readonly KeyValueIndex _index;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan? _slidingExpiration;

    /// <summary>Initializes a new instance of the <see cref="KeyValueSessionStore"/> class.</summary>
    /// <param name="store">The engine. The keys here begin with <c>s/</c> and <c>i/</c>.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/>, the default, is the system's.</param>
    /// <param name="slidingExpiration">How long after its last commit a session expires; <see langword="null"/>, the default, is never.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slidingExpiration"/> is less than a millisecond.</exception>
    public KeyValueSessionStore(IKeyValueStore store, TimeProvider? timeProvider = null, TimeSpan? slidingExpiration = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoreTime.CheckExpiration(slidingExpiration, nameof(slidingExpiration));
        _store = store;
        _index = new KeyValueIndex(store);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _slidingExpiration = slidingExpiration;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The session was written by a newer version.</exception>
    public async ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default) =>
        (await FindAsync(sessionId, cancellationToken).ConfigureAwait(false))?.ToStored();

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
        var head = await FindAsync(sessionId, cancellationToken).ConfigureAwait(false);
        if (head?.Thread(thread) is not { } found)
        {
            yield break;
        }

        var blobs = Blobs(sessionId);
        var end = Math.Min(found.Log.Length, from + max);
        for (var position = from; position < end; )
        {
            var (first, entries) = await found.Log.SegmentAsync(position, blobs, cancellationToken).ConfigureAwait(false);
            for (; position < end && position < first + entries.Count; position++)
            {
                var entry = entries[(int)(position - first)];
                var payload = entry.Blob is { } blob ? await blobs.GetAsync(blob, cancellationToken).ConfigureAwait(false) : entry.Payload;
                yield return new StoredMessage(position, payload);
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
        if ((await FindAsync(sessionId, cancellationToken).ConfigureAwait(false)) is not { } head || head.Thread(thread) is not { } found)
        {
            return null;
        }

        var places = await Turns(sessionId, head.Generation).FindAsync(thread, turnId, cancellationToken).ConfigureAwait(false);
        foreach (var (position, commitId) in places.OrderBy(place => place.Position))
        {
            if (await WasWrittenAtAsync(found, position, commitId, Blobs(sessionId), cancellationToken).ConfigureAwait(false))
            {
                return position;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The session was written by a newer version.</exception>
    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        cancellationToken.ThrowIfCancellationRequested();
        if (commit.Creates)
        {
            await _index.AddAsync(commit.SessionId, cancellationToken).ConfigureAwait(false);
        }

        var blobs = Blobs(commit.SessionId);
        while (true)
        {
            var now = StoreTime.Now(_timeProvider);
            var entry = await _store.GetAsync(KeyOf(commit.SessionId), cancellationToken).ConfigureAwait(false);
            var head = ReadHead(entry) is { } found && !found.HasExpired(now) ? found : null;
            var refusal = await RefuseAsync(commit, head, blobs, cancellationToken).ConfigureAwait(false);
            if (refusal is { } result)
            {
                return result;
            }

            var next = await ApplyAsync(commit, head, now, blobs, cancellationToken).ConfigureAwait(false);
            var value = KeyValueFormat.Write(next.Write);
            if (await _store.PutAsync(KeyOf(commit.SessionId), value, entry?.ETag, cancellationToken).ConfigureAwait(false))
            {
                return CommitResult.Applied;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        cancellationToken.ThrowIfCancellationRequested();
        var deleted = await EraseAsync(sessionId, _ => true, cancellationToken).ConfigureAwait(false);
        return deleted is not null && !deleted.HasExpired(StoreTime.Now(_timeProvider));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = new List<(string, long, long)>();
        await foreach (var id in _index.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (
                id.StartsWith(query.IdPrefix, StringComparison.Ordinal)
                && await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } head
            )
            {
                rows.Add((id, head.CreatedAt, head.UpdatedAt));
            }
        }

        foreach (var summary in SessionPage.Of(rows, query))
        {
            yield return summary;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> PurgeExpiredAsync(CancellationToken cancellationToken = default)
    {
        var purged = 0;
        var now = StoreTime.Now(_timeProvider);
        await foreach (var id in _index.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var deleted = await EraseAsync(id, head => head.HasExpired(now), cancellationToken).ConfigureAwait(false);
            purged += deleted is null ? 0 : 1;
        }

        return purged;
    }

    private static string KeyOf(string sessionId) => $"s/{Convert.ToHexStringLower(KeyHash.OfSession(sessionId))}";

    private static KeyValueHead? ReadHead(KeyValueEntry? entry) =>
        entry is { Value.IsEmpty: false } found ? KeyValueFormat.Read(found.Value, KeyValueHead.Read) : null;

    private static async ValueTask<CommitResult?> RefuseAsync(
        SessionCommit commit,
        KeyValueHead? head,
        LogBlobs blobs,
        CancellationToken cancellationToken
    )
    {
        if (commit.Creates && head is not null)
        {
            return head.Generation == commit.Generation && head.Creation == commit.CommitId ? CommitResult.Repeated : CommitResult.Exists;
        }

        if (!commit.Creates && head?.Generation != commit.Generation)
        {
            return CommitResult.Missing;
        }

        if (commit.State is not null && head?.StateCommit == commit.CommitId)
        {
            return CommitResult.Repeated;
        }

        // All or nothing was written: one part that is there is proof for the others.
        foreach (var thread in commit.Threads)
        {
            if (
                head?.Thread(thread.Thread) is { } found
                && (
                    found.LastCommit == commit.CommitId
                    || await WasWrittenAtAsync(found, thread.ExpectedLength, commit.CommitId, blobs, cancellationToken)
                        .ConfigureAwait(false)
                )
            )
            {
                return CommitResult.Repeated;
            }
        }

        foreach (var thread in commit.Threads)
        {
            var (length, revision) = head?.Thread(thread.Thread) is { } found ? (found.Log.Length, found.Revision) : (0, 0);
            if (length != thread.ExpectedLength || revision != thread.ExpectedRevision)
            {
                return CommitResult.ThreadConflict(thread.Thread, length);
            }
        }

        var version = head?.StateVersion ?? 0;
        return commit.State is { } state && state.ExpectedVersion != version ? CommitResult.StateConflict(version) : null;
    }

    private static async ValueTask<bool> WasWrittenAtAsync(
        KeyValueThread thread,
        long position,
        string commitId,
        LogBlobs blobs,
        CancellationToken cancellationToken
    )
    {
        if (position >= thread.Log.Length)
        {
            return false;
        }

        var (first, entries) = await thread.Log.SegmentAsync(position, blobs, cancellationToken).ConfigureAwait(false);
        return entries[(int)(position - first)].FirstOf == commitId;
    }

    // The head is this call's own, read from its bytes: it may be changed.
    private async ValueTask<KeyValueHead> ApplyAsync(
        SessionCommit commit,
        KeyValueHead? head,
        long now,
        LogBlobs blobs,
        CancellationToken cancellationToken
    )
    {
        head ??= new KeyValueHead
        {
            Id = commit.SessionId,
            Generation = commit.Generation,
            FormatVersion = commit.FormatVersion,
            Creation = commit.CommitId,
            CreatedAt = now,
        };
        var threads = head.Threads.ToList();
        foreach (var thread in commit.Threads)
        {
            var index = threads.FindIndex(found => found.Name == thread.Thread);
            var log = index < 0 ? new SegmentedLog() : threads[index].Log;
            if (thread.TurnId is { } turnId && thread.Messages.Count > 0)
            {
                await Turns(commit.SessionId, commit.Generation)
                    .AddAsync(thread.Thread, turnId, thread.ExpectedLength, commit.CommitId, cancellationToken)
                    .ConfigureAwait(false);
            }

            for (var number = 0; number < thread.Messages.Count; number++)
            {
                var payload = thread.Messages[number];
                var blob =
                    payload.Length > LongestInHead
                        ? await blobs.PutAsync(payload.ToArray(), cancellationToken).ConfigureAwait(false)
                        : (Guid?)null;
                var entry = new LogEntry(blob is null ? payload.ToArray() : default, blob, number == 0 ? commit.CommitId : null);
                await log.AppendAsync(entry, blobs, cancellationToken).ConfigureAwait(false);
            }

            var revision = index < 0 ? 1 : threads[index].Revision + 1;
            var next = new KeyValueThread(thread.Thread, revision, commit.CommitId, thread.Properties.ToArray(), log);
            if (index < 0)
            {
                threads.Add(next);
            }
            else
            {
                threads[index] = next;
            }
        }

        head = head with
        {
            FormatVersion = Math.Max(head.FormatVersion, commit.FormatVersion),
            Threads = threads,
            UpdatedAt = now,
            ExpiresAt = StoreTime.Expiry(now, _slidingExpiration),
        };
        return commit.State is { } state
            ? head with
            {
                State = state.State.ToArray(),
                StateVersion = head.StateVersion + 1,
                StateCommit = commit.CommitId,
            }
            : head;
    }

    /// <summary>Empties the head, and then everything that it named.</summary>
    private async ValueTask<KeyValueHead?> EraseAsync(
        string sessionId,
        Func<KeyValueHead, bool> mayBeErased,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var entry = await _store.GetAsync(KeyOf(sessionId), cancellationToken).ConfigureAwait(false);
            if (ReadHead(entry) is not { } head || !mayBeErased(head))
            {
                return null;
            }

            if (await _store.PutAsync(KeyOf(sessionId), default, entry!.Value.ETag, cancellationToken).ConfigureAwait(false))
            {
                var blobs = Blobs(sessionId);
                foreach (var thread in head.Threads)
                {
                    foreach (var blob in await thread.Log.BlobsAsync(blobs, cancellationToken).ConfigureAwait(false))
                    {
                        await blobs.EraseAsync(blob, cancellationToken).ConfigureAwait(false);
                    }
                }

                return head;
            }
        }
    }

    private async ValueTask<KeyValueHead?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        cancellationToken.ThrowIfCancellationRequested();
        var head = ReadHead(await _store.GetAsync(KeyOf(sessionId), cancellationToken).ConfigureAwait(false));
        return head?.HasExpired(StoreTime.Now(_timeProvider)) == false ? head : null;
    }

    private LogBlobs Blobs(string sessionId) => new(_store, KeyOf(sessionId));

    private KeyValueTurns Turns(string sessionId, string generation) => new(_store, $"{KeyOf(sessionId)}/{Tag(generation)}");

    private static string Tag(string generation) => Convert.ToHexStringLower(KeyHash.OfTurn(generation))[..16];
}
