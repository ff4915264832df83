using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>An answer that calls tools, and their results: what is committed at once.</summary>
internal sealed class Round
{
    private readonly List<CallSlot> _calls = new(1);

    /// <summary>What is stored ahead of the results. Empty when the calls are stored already.</summary>
    public List<HistoryEntry> Entries { get; } = new(1);

    public IReadOnlyList<CallSlot> Calls => _calls;

    /// <summary>Whether calls wait for approvals, so that none of them runs now.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Whether the calls were stored by an earlier turn and approved since.</summary>
    public bool IsApproved { get; init; }

    /// <summary>The position of the message that calls, counted in the thread.</summary>
    public long Position { get; init; }

    /// <summary>Whether something happened that must not be forgotten.</summary>
    public bool HasStarted => _calls.Exists(static call => call.HasStarted);

    public bool IsComplete => _calls.TrueForAll(static call => call.HasResult);

    public CallSlot Add(FunctionCallContent call)
    {
        var slot = new CallSlot(call, Position, _calls.Count);
        _calls.Add(slot);
        return slot;
    }

    /// <summary>The slot of a call; <see langword="null"/> for a call that is not of this round.</summary>
    public CallSlot? Find(FunctionCallContent call) => Find(call.CallId);

    /// <summary>Takes the results of calls that were answered without running, such as those of unknown tools.</summary>
    /// <param name="results">What function invocation made of the round.</param>
    public void TakeResults(ChatMessage results)
    {
        foreach (var result in results.Contents.OfType<FunctionResultContent>())
        {
            if (Find(result.CallId) is { HasResult: false, HasStarted: false } slot)
            {
                slot.End(ToolResult.Of(result.Result, SessionJson.Options));
            }
        }
    }

    /// <summary>One message with a result for each call, in the order of the calls, whatever became of them.</summary>
    public ChatMessage ToResults()
    {
        var results = new List<AIContent>(_calls.Count);
        foreach (var call in _calls)
        {
            results.Add(call.ToContent());
        }

        return new ChatMessage(ChatRole.Tool, results);
    }

    private CallSlot? Find(string callId)
    {
        foreach (var slot in _calls)
        {
            if (slot.Call.CallId == callId)
            {
                return slot;
            }
        }

        return null;
    }
}
