using System.Globalization;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// A turn while it runs, at the head of its thread's queue: which messages are sent, what was said, what is committed when. Everything
/// between the driver (<see cref="Turn"/>) and the model calls (<see cref="TurnComposer"/>).
/// </summary>
internal sealed partial class TurnRun
{
    private readonly Session _session;
    private readonly SessionServices _services;
    private readonly TurnRequest _request;

    // New and not committed yet, ahead of the round: rejections, and the user's message.
    private readonly List<HistoryEntry> _uncommitted = new(1);

    // What the reply will have.
    private readonly List<ChatMessage> _said = [];
    private readonly Action<string> _dropped;

    // Tools of one round may run at the same time.
    private readonly Lock _lock = new();
    private TurnAgent? _agent;
    private Round? _round;
    private Answer? _final;
    private ChatResponse? _lastResponse;
    private ChatMessage? _newMessage;
    private UsageDetails? _usage;
    private UsageDetails? _uncommittedUsage;
    private string? _turnId;
    private long _turnStart;
    private int _rounds;
    private int _modelCalls;
    private volatile bool _isOver;

    public TurnRun(Session session, ChatThread thread, TurnRequest request)
    {
        _session = session;
        _services = session.Services;
        _request = request;
        Thread = thread;
        ToolServices = _services.Services is { } services ? new TurnServices(services) : TurnServices.None;
        _dropped = LogDropped;
    }

    public ChatThread Thread { get; }

    /// <summary>The services that tools get in their arguments.</summary>
    public TurnServices ToolServices { get; }

    /// <summary>Whether it has ended, however it did. Tools that it has started may still run.</summary>
    public bool IsOver => _isOver;

    /// <summary>Whether the answer that is being received calls tools, as far as is known.</summary>
    public bool HasOpenCalls { get; set; }

    /// <summary>Whether a model call is being answered piece by piece.</summary>
    public ReceivedUpdates? Received { get; set; }

    public bool HasReachedLimit { get; private set; }

    /// <summary>Whether the model has given its final answer, unless it does not fit and is asked for again.</summary>
    public bool HasAnswered => _final is not null;

    public TurnAgent Agent => _agent!;

    public Session Session => _session;

    /// <summary>What function invocation gets: the new messages only, so that a turn costs the same however long the history is.</summary>
    public IEnumerable<ChatMessage> NewMessages => _newMessage is null ? [] : [_newMessage];

    /// <summary>Saves what is not saved, reads the history, and finds out what there is to do.</summary>
    /// <returns>A reply that needs no model; <see langword="null"/> when the model is to be called.</returns>
    public async ValueTask<ChatReply?> PrepareAsync(CancellationToken cancellationToken)
    {
        // Cancelled in the moment its time came: as if it had never been queued.
        cancellationToken.ThrowIfCancellationRequested();
        var isResume = _request.Message is null;
        var saved = await _session.Log.SaveAsync(Thread).ConfigureAwait(false);
        if (isResume && saved is { EndsTurn: true, Reply: { } reply })
        {
            return Over(reply);
        }

        await _session.Log.LoadAsync(Thread, cancellationToken).ConfigureAwait(false);
        if (
            _request.Send.TurnId is { } id
            && await TurnLookup.FindAsync(_session, Thread, id, cancellationToken).ConfigureAwait(false) is { } found
        )
        {
            if (found.Reply is not null)
            {
                return Over(Typeable(found.Reply));
            }

            // The same turn, and it was interrupted: it is finished, and the message is not sent again.
            isResume = true;
        }

        if (isResume)
        {
            PrepareResume();
        }

        // Rendering may fail: nothing has happened by then.
        _agent = FirstAgent();
        await ReduceAsync(cancellationToken).ConfigureAwait(false);
        if (!isResume)
        {
            PrepareMessage(_request.Message!);
        }
        else if (Thread.Head.Properties.Calls is { Count: > 0 } calls)
        {
            await PrepareApprovedCallsAsync(calls).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Comes between a round and the next model call: commits the one, composes the other.</summary>
    /// <param name="messages">What function invocation would send.</param>
    /// <returns>The call; <see langword="null"/> when the turn ends here.</returns>
    public async ValueTask<ModelCall?> NextCallAsync(IEnumerable<ChatMessage> messages)
    {
        if (_approved is { } approved)
        {
            _approved = null;
            HasOpenCalls = true;
            return new ModelCall(Agent.Client, [], new ChatOptions()) { Known = approved };
        }

        if (_round is { } round)
        {
            if (!round.IsComplete)
            {
                round.TakeResults(messages.Last());
            }

            await CommitRoundAsync(round).ConfigureAwait(false);
            ApplyTransfer();
            if (_rounds >= Agent.MaxToolRounds)
            {
                HasReachedLimit = true;
                HasTransferred = false;
                return null;
            }

            if (HasTransferred)
            {
                return null;
            }
        }

        HasOpenCalls = false;
        var options = Agent.OptionsForCall(isFirst: _modelCalls++ == 0);
        return new ModelCall(Agent.Client, MessagesToSend(), options);
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>What function invocation is to see of it.</returns>
    public ChatResponse Record(ChatResponse response)
    {
        Received = null;
        _lastResponse = response;
        Count(response.Usage);
        var answer = Answer.Of(response.Messages);
        _answerStart = _said.Count;
        if (answer.Calls.Count == 0)
        {
            _final = answer;
            _said.AddRange(response.Messages);
        }
        else
        {
            _rounds++;
            HasOpenCalls = true;
            _round = RoundOf(answer);
            if (_round.IsWaiting)
            {
                return Waiting(_round, answer);
            }

            _said.AddRange(answer.Messages);
        }

        // Of its own, and without usage: function invocation adds up in the first response that it gets.
        return new ChatResponse(answer.Messages);
    }

    /// <summary>The call that a tool is about to run for.</summary>
    public CallSlot? Slot(FunctionCallContent call) => _round?.Find(call);

    /// <summary>A key of one call, the same in every attempt to run it.</summary>
    public string KeyOf(CallSlot slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{_session.Generation}/{Thread.Name}/{slot.Position}/{slot.Index}");

    private ChatResponse Waiting(Round round, Answer answer)
    {
        List<ChatMessage> shown = [.. answer.Messages.SkipLast(1), WithRequests(round, answer.Messages[^1])];
        _said.AddRange(shown);
        return new ChatResponse(shown);
    }

    private Round RoundOf(Answer answer)
    {
        var first = Thread.Head.Length + _uncommitted.Count;
        var round = new Round { Position = first + answer.Messages.Count - 1, IsWaiting = Agent.Tools.NeedsApproval(answer.Calls) };
        foreach (var call in answer.Calls)
        {
            round.Add(call);
        }

        // Written now: function invocation marks the calls that it runs, and a commit must not fail over what cannot be written.
        foreach (var message in answer.Messages)
        {
            round.Entries.Add(Entry(message));
        }

        return round;
    }

    private void PrepareResume()
    {
        var properties = Thread.Head.Properties;
        if (!properties.IsUnfinished)
        {
            throw new InvalidOperationException(
                $"There is nothing to resume on the thread '{Thread.Name}': its status is {Thread.Status}."
            );
        }

        var open = properties.Calls?.Count(call => call.IsOpen) ?? 0;
        if (open > 0)
        {
            throw new InvalidOperationException(
                $"{open} call(s) on the thread '{Thread.Name}' still wait for a decision: see PendingApprovals, ApproveAsync and RejectAsync."
            );
        }

        _turnId = properties.TurnId;
        _turnStart = properties.TurnStart;
    }

    private void PrepareMessage(ChatMessage message)
    {
        RejectWaitingCalls();
        _turnId = _request.Send.TurnId;
        _turnStart = Thread.Head.Length + _uncommitted.Count;
        message.CreatedAt ??= _services.TimeProvider.GetUtcNow();
        var entry = HistoryEntry.OfOwn(message, Mark(null), _dropped);
        _uncommitted.Add(entry);
        _newMessage = MessageCopy.Of(entry.Message);
    }

    /// <summary>Copies of what is new and not committed yet.</summary>
    private ChatMessage[] Added()
    {
        if (_uncommitted.Count == 0)
        {
            return [];
        }

        // The user's message is the last; its copy is the turn's own.
        var added = new ChatMessage[_uncommitted.Count];
        added[^1] = _newMessage!;
        for (var index = 0; index < added.Length - 1; index++)
        {
            added[index] = MessageCopy.Of(_uncommitted[index].Message);
        }

        return added;
    }

    /// <summary>Once a turn, at its beginning: its own rounds are sent as they are.</summary>
    private async ValueTask ReduceAsync(CancellationToken cancellationToken)
    {
        if (_services.HistoryReducer is { } reducer)
        {
            // The results of calls that wait are still to come.
            var head = Thread.Head;
            var end = head.Properties.Calls is { Count: > 0 } calls ? calls[0].Position : head.Length;
            Thread.View = await HistoryReduction
                .RunAsync(reducer, Thread.View, head.Messages, end, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private IEnumerable<ChatMessage> MessagesToSend()
    {
        var (head, preamble) = (Thread.Head, Agent.Preamble);
        IHistory history = Thread.View is { } view ? new SentHistory(view, head.Messages) : head.Messages;
        IReadOnlyList<ChatMessage> added = _correction.Count == 0 ? Added() : WithCorrection();
        return head.HasUnsendable || Thread.View is { HasUnsendable: true }
            ?
            [
                .. preamble.Messages.Take(preamble.HistoryPosition),
                .. Sendable.Of(history),
                .. added,
                .. preamble.Messages.Skip(preamble.HistoryPosition),
            ]
            : new RequestMessages(preamble, history, added);
    }

    private HistoryEntry Entry(ChatMessage message, StoredReply? reply = null) => HistoryEntry.Of(message, Mark(reply), _dropped);

    private TurnMark? Mark(StoredReply? reply) => _turnId is null ? null : new TurnMark(_turnId, reply);

    private void LogDropped(string what) => SessionLogMessages.Dropped(_services.Log, what, Thread.Name);

    private void Count(UsageDetails? usage)
    {
        if (usage is not null)
        {
            (_usage ??= new UsageDetails()).Add(usage);
            (_uncommittedUsage ??= new UsageDetails()).Add(usage);
        }
    }
}
