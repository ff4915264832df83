using System.Runtime.ExceptionServices;

namespace PromptKit;

/// <summary>Reads a session's threads from the store and writes to them: the only one who knows about lengths, revisions and repeats.</summary>
/// <param name="session">Whose threads.</param>
/// <param name="services">The store, and how long it may take.</param>
internal sealed class SessionLog(Session session, SessionServices services)
{
    private readonly Lock _lock = new();
    private Task? _creation;

    private ISessionStore Store => services.Store;

    /// <summary>What a new session begins with; <see langword="null"/> once it exists in the store.</summary>
    public SessionCommit? Creation { get; init; }

    /// <summary>Makes the session exist in the store. At once done when it does.</summary>
    public Task EnsureCreatedAsync()
    {
        if (Creation is null)
        {
            return Task.CompletedTask;
        }

        lock (_lock)
        {
            // A creation that failed is tried again, with the same id.
            return _creation is null || _creation.IsFaulted || _creation.IsCanceled ? _creation = CreateAsync(Creation) : _creation;
        }
    }

    /// <summary>Reads the messages of a thread if they are not there yet, and catches up if somebody else wrote.</summary>
    public async ValueTask LoadAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        if (thread.IsStale)
        {
            await RefreshAsync(thread, cancellationToken).ConfigureAwait(false);
        }

        if (!thread.Head.IsLoaded)
        {
            var first = FirstToLoad(thread.Head);
            var head = thread.Head with { IsLoaded = true, Messages = HistorySnapshot.StartingAt(first) };
            await ReadMessagesAsync(thread, head, first, cancellationToken).ConfigureAwait(false);
            AdoptView(thread);
        }
    }

    /// <summary>Reads what others wrote to a thread. To be called at the head of the thread's queue.</summary>
    public async ValueTask RefreshAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        var stored = await OpenAsync(cancellationToken).ConfigureAwait(false);
        ForgetWhatWasLost(thread, stored);
        await CatchUpAsync(thread, stored, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what a header says about a thread, and reads the messages that are new.</summary>
    public async ValueTask CatchUpAsync(ChatThread thread, StoredSession stored, CancellationToken cancellationToken)
    {
        session.State.Adopt(stored);
        var head = thread.Head;
        if (stored.Threads.FirstOrDefault(found => found.Name == thread.Name) is { } found && found.Revision > head.Revision)
        {
            var now = ThreadHead.Of(found);
            if (!head.IsLoaded)
            {
                thread.Head = now;
            }
            else
            {
                now = now with { IsLoaded = true, Messages = head.Messages, HasUnsendable = head.HasUnsendable };
                await ReadMessagesAsync(thread, now, head.Length, cancellationToken).ConfigureAwait(false);
                AdoptView(thread);
            }
        }

        thread.IsStale = false;
    }

    /// <summary>Writes to a thread, or throws and leaves everything as rules 7 and 8 want it.</summary>
    /// <exception cref="SessionUnsavedException">The store failed; the commit is kept to be tried again.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote; the commit is dropped.</exception>
    /// <exception cref="SessionNotFoundException">The session is gone; the commit is dropped.</exception>
    public async ValueTask CommitAsync(ChatThread thread, ThreadCommitRequest request)
    {
        var head = thread.Head;
        CommitResult result;
        SessionState.Versioned? state;
        try
        {
            (result, state) = await WriteAsync(thread, head, request, thread.Timeout.Start(services)).ConfigureAwait(false);
        }
        catch (SessionNotFoundException)
        {
            Keep(thread, null);
            throw;
        }
        // Whatever a store throws, the outcome is not known.
        catch (Exception exception)
        {
            Keep(thread, request);
            SessionLogMessages.Unsaved(services.Log, exception, session.Id, thread.Name);
            throw new SessionUnsavedException(thread.Name, request.Reply, exception);
        }
        finally
        {
            thread.Timeout.Stop();
        }

        Keep(thread, null);
        if (result.Status == CommitStatus.Conflict)
        {
            TurnTelemetry.Conflicted();
            SessionLogMessages.Conflicted(services.Log, session.Id, thread.Name);
            await CatchUpAfterConflictAsync(thread).ConfigureAwait(false);
            throw new SessionConflictException(session.Id, thread.Name, head.Length, result.Actual, request.Reply);
        }

        thread.Head = head.After(request);

        // Its acknowledgement was lost, and others may have written behind it since.
        thread.IsStale |= result.Status == CommitStatus.Repeated;
        if (state is not null)
        {
            session.State.Adopt(state);
        }
    }

    /// <summary>Writes what could not be written before.</summary>
    /// <returns>It; <see langword="null"/> when there was nothing.</returns>
    public async ValueTask<ThreadCommitRequest?> SaveAsync(ChatThread thread)
    {
        if (thread.Unsaved is not { } unsaved)
        {
            return null;
        }

        await CommitAsync(thread, unsaved).ConfigureAwait(false);
        return unsaved;
    }

    /// <summary>
    /// Writes properties alone. When the store fails, they are forgotten and its own exception is thrown: it was a decision, or the
    /// announcement of something that then did not happen.
    /// </summary>
    public async ValueTask CommitOrDropAsync(ChatThread thread, ThreadProperties properties)
    {
        try
        {
            await CommitAsync(thread, new ThreadCommitRequest { Entries = [], Properties = properties }).ConfigureAwait(false);
        }
        catch (SessionUnsavedException exception)
        {
            Keep(thread, null);
            thread.IsStale = true;
            ExceptionDispatchInfo.Throw(exception.InnerException!);
        }
    }

    /// <summary>Changes the state outside of a turn.</summary>
    public async ValueTask<SessionState.Versioned> UpdateStateAsync(Func<object?, object?> update, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var commitId = Guid.NewGuid().ToString("N");
        while (true)
        {
            var state = SessionState.Apply(session.State.Current, [update]);
            var commit = Commit(commitId) with { State = new StateCommit(state.Version - 1, session.State.Write(state)) };
            var result = await Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
            switch (result.Status)
            {
                case CommitStatus.Conflict:
                    var stored = await OpenAsync(cancellationToken).ConfigureAwait(false);
                    session.State.AdoptAfterConflict(stored, commit.State!.ExpectedVersion, result.Actual);
                    break;
                case CommitStatus.Applied:
                    session.State.Adopt(state);
                    return state;
                default:
                    throw new SessionNotFoundException(session.Id);
            }
        }
    }

    /// <summary>Reads messages that must be there: at least one, at most <paramref name="max"/>.</summary>
    /// <exception cref="InvalidDataException">The store has lost some.</exception>
    public async ValueTask<List<HistoryEntry>> ReadAsync(ChatThread thread, long from, int max, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryEntry>();
        var messages = Store.ReadAsync(session.StoreId, thread.Name, from, max, cancellationToken);
        await foreach (var message in messages.ConfigureAwait(false))
        {
            var next = from + entries.Count;
            if (message.Position != next)
            {
                throw new InvalidDataException($"The store gave message {message.Position} of '{thread.Name}' where {next} belongs.");
            }

            entries.Add(new HistoryEntry(message.Payload));
        }

        return entries.Count > 0
            ? entries
            : throw new InvalidDataException($"The store has only {from} messages of '{thread.Name}', which had more.");
    }

    /// <summary>From where on a thread is loaded: all of it, unless a reducer needs less.</summary>
    private long FirstToLoad(ThreadHead head)
    {
        if (services.HistoryReducer is null)
        {
            return 0;
        }

        var first =
            head.Properties.View is { } view ? view.FirstPosition()
            : services.HistoryReducer is IHistoryReducer { TailLength: { } tail } ? Math.Max(0, head.Length - tail)
            : 0;

        // Calls that wait are going to be sent, whatever is reduced.
        return head.Properties.Calls is { Count: > 0 } calls ? Math.Min(first, calls[0].Position) : first;
    }

    /// <summary>
    /// A store that failed over to a replica may have lost the last commits, and what it has is what there is. To be called at the head of
    /// the thread's queue, with a header that was read there: otherwise an older one is only old.
    /// </summary>
    private static void ForgetWhatWasLost(ChatThread thread, StoredSession stored)
    {
        var found = stored.Threads.FirstOrDefault(found => found.Name == thread.Name);
        if ((found?.Revision ?? 0) < thread.Head.Revision)
        {
            thread.Head = found is null ? ThreadHead.Empty : ThreadHead.Of(found);
            thread.View = null;
        }
    }

    /// <summary>Takes the stored view, if it is newer: this process did not make it, or did before it was restarted.</summary>
    private void AdoptView(ChatThread thread)
    {
        var head = thread.Head;
        if (
            services.HistoryReducer is not null
            && head.Properties.View is { } stored
            && stored.Position > (thread.View?.Position ?? 0)
            && stored.FirstPosition() >= head.Messages.First
        )
        {
            thread.View = stored.ToView(head.Messages);
        }
    }

    private void Keep(ChatThread thread, ThreadCommitRequest? unsaved)
    {
        if (unsaved is not null)
        {
            services.Unsaved[thread] = session;
        }
        else if (thread.Unsaved is not null)
        {
            services.Unsaved.TryRemove(thread, out _);
        }

        thread.Unsaved = unsaved;
    }

    /// <exception cref="SessionNotFoundException">The session is gone, or another one has its id.</exception>
    /// <exception cref="NotSupportedException">It has a newer format.</exception>
    private async ValueTask<StoredSession> OpenAsync(CancellationToken cancellationToken)
    {
        var stored = await Store.OpenAsync(session.StoreId, cancellationToken).ConfigureAwait(false);
        if (stored is null || stored.Generation != session.Generation)
        {
            throw new SessionNotFoundException(session.Id);
        }

        // A newer program may have written to it since it was opened.
        SessionJson.CheckFormat(session.Id, stored);
        return stored;
    }

    private SessionCommit Commit(string commitId, params ThreadCommit[] threads) =>
        new()
        {
            SessionId = session.StoreId,
            Generation = session.Generation,
            CommitId = commitId,
            FormatVersion = SessionJson.FormatVersion,
            Threads = threads,
        };

    private async Task CreateAsync(SessionCommit creation)
    {
        using var timeout = new CancellationTokenSource(services.CommitTimeout, services.TimeProvider);
        var result = await Store.CommitAsync(creation, timeout.Token).ConfigureAwait(false);
        if (result.Status == CommitStatus.Exists)
        {
            throw new SessionExistsException(session.Id);
        }
    }

    private async ValueTask<(CommitResult Result, SessionState.Versioned? State)> WriteAsync(
        ChatThread thread,
        ThreadHead head,
        ThreadCommitRequest request,
        CancellationToken timeout
    )
    {
        await EnsureCreatedAsync().WaitAsync(timeout).ConfigureAwait(false);
        var payloads = new ReadOnlyMemory<byte>[request.Entries.Count];
        for (var index = 0; index < payloads.Length; index++)
        {
            payloads[index] = request.Entries[index].Payload;
        }

        var commit = Commit(
            request.CommitId,
            new ThreadCommit
            {
                Thread = thread.Name,
                ExpectedLength = head.Length,
                ExpectedRevision = head.Revision,
                Messages = payloads,
                TurnId = request.TurnId,
                Properties = request.Properties.ToJson(),
            }
        );
        while (true)
        {
            SessionState.Versioned? state = null;
            if (request.StateUpdates.Count > 0)
            {
                state = SessionState.Apply(session.State.Current, request.StateUpdates);
                commit = commit with { State = new StateCommit(state.Version - 1, session.State.Write(state)) };
            }

            var result = await Store.CommitAsync(commit, timeout).ConfigureAwait(false);
            if (result.Status is CommitStatus.Missing or CommitStatus.Exists)
            {
                throw new SessionNotFoundException(session.Id);
            }

            if (result.Status == CommitStatus.Applied || state is null || result.Thread is not null)
            {
                return (result, state);
            }

            // A conflict about the state; or a repeat, and only the store knows what state it was applied to.
            var stored = await OpenAsync(timeout).ConfigureAwait(false);
            if (result.Status == CommitStatus.Repeated)
            {
                session.State.Adopt(stored);
                return (result, null);
            }

            session.State.AdoptAfterConflict(stored, commit.State!.ExpectedVersion, result.Actual);
        }
    }

    private async ValueTask CatchUpAfterConflictAsync(ChatThread thread)
    {
        thread.IsStale = true;
        try
        {
            using var timeout = new CancellationTokenSource(services.CommitTimeout, services.TimeProvider);
            await LoadAsync(thread, timeout.Token).ConfigureAwait(false);
        }
        // The conflict is what the caller has to know; the next turn reads again.
        catch (Exception exception) when (exception is not SessionNotFoundException)
        {
            SessionLogMessages.CouldNotRefresh(services.Log, exception, thread.Name);
        }
    }

    private async ValueTask ReadMessagesAsync(ChatThread thread, ThreadHead head, long from, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryEntry>();
        while (from + entries.Count < head.Length)
        {
            var next = from + entries.Count;
            var max = (int)Math.Min(head.Length - next, int.MaxValue);
            entries.AddRange(await ReadAsync(thread, next, max, cancellationToken).ConfigureAwait(false));
        }

        // Read at once: what a model cannot be shown must be known before the first call.
        var hasUnsendable = head.HasUnsendable || entries.Exists(entry => !entry.IsSendable);
        thread.Head = head with { Messages = head.Messages.Append(entries), HasUnsendable = hasUnsendable };
    }
}
