using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Calls that need approval: none of their answer runs before all are decided.</summary>
internal sealed partial class TurnRun
{
    // The approved calls of an earlier turn, for function invocation as if the model had just made them.
    private ChatResponse? _approved;

    /// <summary>The calls of a waiting round, for the store.</summary>
    private List<StoredCall> CallsOf(Round round) =>
        [
            .. round.Calls.Select(slot => new StoredCall
            {
                Position = round.Position,
                Index = slot.Index,
                CallId = slot.Call.CallId,
                Name = slot.Call.Name,
                Arguments = StoredCall.ToJson(slot.Call.Arguments),
                Agent = Agent.Prompt?.Name,
                NeedsApproval = Agent.Tools.NeedsApproval(slot.Call.Name),
            }),
        ];

    /// <summary>The answer as the caller sees it: with requests in place of the calls, none of which runs now.</summary>
    private ChatMessage WithRequests(Round round, ChatMessage calling)
    {
        var calls = CallsOf(round);
        var shown = calling.Clone();
        shown.Contents = [.. calling.Contents.Where(content => content is not FunctionCallContent)];
        foreach (var slot in round.Calls.Where(slot => calls[slot.Index].NeedsApproval))
        {
            shown.Contents.Add(new ToolApprovalRequestContent(PendingApproval.IdOf(calls[slot.Index]), slot.Call));
        }

        return shown;
    }

    /// <summary>A user who writes instead of deciding rejects what waits.</summary>
    private void RejectWaitingCalls()
    {
        if (Thread.Head.Properties.Calls is { Count: > 0 } calls)
        {
            _uncommitted.Add(Entry(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => (AIContent)call.ToUnrunResult())])));
        }
    }

    /// <summary>Gets the decided calls ready to run. "Started" is stored before anything does.</summary>
    private async ValueTask PrepareApprovedCallsAsync(IReadOnlyList<StoredCall> calls)
    {
        var round = new Round { Position = calls[0].Position, IsApproved = true };
        var toRun = new List<AIContent>();
        foreach (var call in calls)
        {
            var content = call.ToContent();
            var slot = round.Add(content);
            if (call.IsApproved == false)
            {
                slot.End(call.ToUnrunResult().Result);
            }
            else
            {
                ThrowIfMissing(call);
                toRun.Add(content);
            }
        }

        if (toRun.Count > 0)
        {
            var started = calls.Select(call => call with { IsStarted = call.IsApproved != false }).ToList();
            await _session.Log.CommitOrDropAsync(Thread, Thread.Head.Properties with { Calls = started }).ConfigureAwait(false);
            _approved = new ChatResponse(new ChatMessage(ChatRole.Assistant, toRun));
        }

        _round = round;
        Thread.RunsApprovedCalls = true;
    }

    /// <summary>Who approved a call that nothing can run has to know it; the model would be told, as of any unknown tool.</summary>
    private void ThrowIfMissing(StoredCall call)
    {
        if (call.IsApproved == true && !Agent.Tools.Has(call.Name))
        {
            throw new InvalidOperationException(
                $"The call of '{call.Name}' on the thread '{Thread.Name}' is approved, and this chat has no tool of that name: give it with "
                    + "the chat's options or the send."
            );
        }
    }

    /// <summary>Of the approved calls none began: they wait as before.</summary>
    private async ValueTask PutApprovedCallsBackAsync()
    {
        var properties = Thread.Head.Properties;
        if (properties.Calls is { } calls)
        {
            var waiting = calls.Select(call => call with { IsStarted = false }).ToList();
            await _session.Log.CommitOrDropAsync(Thread, properties with { Calls = waiting }).ConfigureAwait(false);
        }
    }
}
