using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>When something is committed, and what.</summary>
internal sealed partial class TurnRun
{
    private readonly List<Func<object?, object?>> _stateUpdates = [];

    // For a repeat of the turn's id, where there is no message to keep it with.
    private StoredReply? _storedReply;

    /// <summary>Ends a turn that nothing went wrong in.</summary>
    public async ValueTask<ChatReply> FinishAsync()
    {
        if (_round is { } round)
        {
            if (round.IsWaiting)
            {
                return Over(await CommitWaitingAsync(round).ConfigureAwait(false));
            }

            if (!round.HasStarted)
            {
                throw new InvalidOperationException(
                    $"The model called the tool '{round.Calls[0].Call.Name}', and nothing could run it: it has no body, or is unknown and the "
                        + "chat client's function invocation is told to end at unknown calls."
                );
            }

            // A tool ended the turn: what did not run by then never will.
            await CommitRoundAsync(round).ConfigureAwait(false);
            return Over(MakeReply(ReplyOutcome.Stopped));
        }

        if (HasReachedLimit)
        {
            return Over(MakeReply(ReplyOutcome.ToolRoundLimit));
        }

        return Over(await CommitAnswerAsync(_final?.Messages ?? [], OutcomeOf(_lastResponse?.FinishReason)).ConfigureAwait(false));
    }

    /// <summary>Ends a turn that the caller stopped: what was said is kept.</summary>
    public async ValueTask<ChatReply> StopAsync()
    {
        if (_round is { IsWaiting: true } waiting)
        {
            return Over(await CommitWaitingAsync(waiting).ConfigureAwait(false));
        }

        if (_round is { HasStarted: true } or { IsApproved: true })
        {
            await CommitRoundAsync(_round).ConfigureAwait(false);
            return Over(MakeReply(ReplyOutcome.Stopped));
        }

        // Nothing was left to stop.
        return HasAnswered
            ? await FinishAsync().ConfigureAwait(false)
            : Over(await CommitAnswerAsync(TakePart(), ReplyOutcome.Stopped).ConfigureAwait(false));
    }

    /// <summary>What there is of an answer that was stopped: without calls, because nobody ran them.</summary>
    private IReadOnlyList<ChatMessage> TakePart()
    {
        IReadOnlyList<ChatMessage> part = [];
        if (_round is not null)
        {
            part = Answer.PartOf(_said.GetRange(_answerStart, _said.Count - _answerStart));
            _said.RemoveRange(_answerStart, _said.Count - _answerStart);
            _round = null;
        }
        else if (Received is { Count: > 0 } received)
        {
            _lastResponse = received.ToResponse();
            Count(_lastResponse.Usage);
            part = Answer.PartOf(_lastResponse.Messages);
        }

        _said.AddRange(part);
        return part;
    }

    /// <summary>Ends a turn that failed or was cancelled: what tools did in a round that had begun is kept.</summary>
    public async ValueTask CloseAsync()
    {
        if (_isOver)
        {
            return;
        }

        try
        {
            if (_round is { HasStarted: true } round && Thread.Unsaved is null)
            {
                await CommitRoundAsync(round).ConfigureAwait(false);
            }
            else if (_round is { IsApproved: true })
            {
                await PutApprovedCallsBackAsync().ConfigureAwait(false);
            }
        }
        // What made the turn fail is what the caller has to know. The round is in Unsaved, or somebody else's came first.
        catch (Exception exception)
        {
            SessionLogMessages.CouldNotClose(_services.Log, exception, Thread.Name);
        }
        finally
        {
            _isOver = true;
            Thread.RunsApprovedCalls = false;
            SessionLogMessages.TurnFailed(_services.Log, _session.Id, Thread.Name, Thread.Status);
        }
    }

    /// <summary>A state change by a tool: part of its round, and visible to this turn at once.</summary>
    public void UpdateState(Func<object?, object?> update)
    {
        lock (_lock)
        {
            // Tried first: an update that fails is the tool's failure.
            SessionState.Apply(_session.State.Current, [.. _stateUpdates, update]);
            _stateUpdates.Add(update);
        }
    }

    /// <summary>The state as this turn sees it.</summary>
    public object? VisibleState()
    {
        lock (_lock)
        {
            return _stateUpdates.Count == 0
                ? _session.State.Current.Value
                : SessionState.Apply(_session.State.Current, _stateUpdates).Value;
        }
    }

    internal static ReplyOutcome OutcomeOf(ChatFinishReason? reason) =>
        reason == ChatFinishReason.Length ? ReplyOutcome.Truncated
        : reason == ChatFinishReason.ContentFilter ? ReplyOutcome.Filtered
        : ReplyOutcome.Completed;

    private ValueTask CommitRoundAsync(Round round)
    {
        var results = round.ToResults();
        _said.Add(results);
        var entries = NewEntries(round.Entries.Count + 1);
        entries.AddRange(round.Entries);
        entries.Add(Entry(results));

        // From here on the round is the commit's: nobody may close it a second time.
        _round = null;
        _correction = [];
        _active = _transfer ?? _active;
        return CommitAsync(entries, isUnfinished: true, reply: null);
    }

    private async ValueTask<ChatReply> CommitWaitingAsync(Round round)
    {
        var calls = CallsOf(round);
        var reply = MakeReply(ReplyOutcome.AwaitingApproval);
        var entries = NewEntries(round.Entries.Count);
        entries.AddRange(round.Entries);
        _round = null;
        await CommitAsync(entries, isUnfinished: true, reply, calls).ConfigureAwait(false);
        return reply;
    }

    private async ValueTask<ChatReply> CommitAnswerAsync(IReadOnlyList<ChatMessage> messages, ReplyOutcome outcome)
    {
        var reply = MakeReply(outcome);
        var stored = _turnId is null ? null : TurnLookup.ToStored(reply);
        var entries = NewEntries(messages.Count);
        for (var index = 0; index < messages.Count; index++)
        {
            entries.Add(Entry(messages[index], index == messages.Count - 1 ? stored : null));
        }

        _storedReply = messages.Count == 0 ? stored : null;
        await CommitAsync(entries, isUnfinished: false, reply).ConfigureAwait(false);
        return reply;
    }

    /// <summary>What is not committed yet, with room for more.</summary>
    private List<HistoryEntry> NewEntries(int more)
    {
        var entries = new List<HistoryEntry>(_uncommitted.Count + more);
        entries.AddRange(_uncommitted);
        return entries;
    }

    private async ValueTask CommitAsync(List<HistoryEntry> entries, bool isUnfinished, ChatReply? reply, List<StoredCall>? calls = null)
    {
        IReadOnlyList<Func<object?, object?>> updates;
        lock (_lock)
        {
            updates = _stateUpdates.Count == 0 ? [] : [.. _stateUpdates];
        }

        var request = new ThreadCommitRequest
        {
            Entries = entries,
            Properties = new ThreadProperties
            {
                IsUnfinished = isUnfinished,
                TurnId = _turnId,
                TurnStart = _turnStart,
                Reply = _storedReply,
                Usage = StoredUsage.Add(Thread.Head.Properties.Usage, _uncommittedUsage),
                Agent = _active,
                View = Thread.View?.ToStored(),
                Calls = calls,
            },
            TurnId = _uncommitted.Count > 0 ? _turnId : null,
            StateUpdates = updates,
            Reply = reply,
            Run = this,
            EndsTurn = !isUnfinished || calls is not null,
        };
        _uncommitted.Clear();
        _uncommittedUsage = null;
        await _session.Log.CommitAsync(Thread, request).ConfigureAwait(false);
        lock (_lock)
        {
            // A tool that outlived its round may have added one since.
            _stateUpdates.RemoveRange(0, updates.Count);
        }
    }

    /// <summary>The reply, as far as the turn has come.</summary>
    public ChatReply MakeReply(ReplyOutcome outcome) =>
        new(_lastResponse, [.. _said], _usage, Agent.Prompt?.Name, outcome)
        {
            AgentPrompt = Agent.Prompt,
            HandedOverTo = Agent.Prompt?.Name == _entry?.Name ? null : Agent.Prompt?.Name,
            IsStrict = IsStrict,
        };

    private ChatReply Over(ChatReply reply)
    {
        _isOver = true;
        Thread.RunsApprovedCalls = false;
        SessionLogMessages.TurnEnded(_services.Log, _session.Id, Thread.Name, reply.Outcome);
        return reply;
    }
}
