using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Finds the turn that a caller's id belongs to.</summary>
internal static class TurnLookup
{
    /// <summary>Looks from the end, where a repeat is most likely to find its turn.</summary>
    /// <returns>The turn and its reply, which is <see langword="null"/> when it was interrupted; <see langword="null"/> for a new id.</returns>
    public static FoundTurn? Find(ThreadHead head, string turnId)
    {
        var messages = head.Messages;
        var last = messages.Count - 1;
        while (last >= 0 && messages.Entry(last).Turn?.Id != turnId)
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        var isLastTurn = head.Properties.TurnId == turnId && last == messages.Count - 1;
        var isWaiting = isLastTurn && head.Properties.Calls is { } calls && calls.Any(call => call.IsOpen);
        if (isLastTurn && head.Properties.IsUnfinished && !isWaiting)
        {
            return new FoundTurn(null);
        }

        var first = last;
        while (first > 0 && messages.Entry(first - 1).Turn?.Id == turnId)
        {
            first--;
        }

        // An empty answer is not stored; then the turn's last message has no reply with it.
        var outcome =
            isWaiting ? ReplyOutcome.AwaitingApproval
            : isLastTurn ? ReplyOutcome.Completed
            : ReplyOutcome.Stopped;
        var stored = messages.Entry(last).Turn!.Reply ?? new StoredReply { Outcome = outcome };
        var said = Enumerable.Range(first, last - first + 1).Select(index => messages[index]).Where(said => said.Role != ChatRole.User);
        return new FoundTurn(ToReply(stored, [.. said]));
    }

    public static StoredReply ToStored(ChatReply reply) =>
        new()
        {
            Outcome = reply.Outcome,
            Agent = reply.Agent,
            FinishReason = reply.FinishReason?.Value,
            ModelId = reply.ModelId,
            ResponseId = reply.ResponseId,
            Usage = StoredUsage.Of(reply.Usage),
        };

    private static ChatReply ToReply(StoredReply stored, List<ChatMessage> messages)
    {
        var response = new ChatResponse
        {
            FinishReason = stored.FinishReason is { } reason ? new ChatFinishReason(reason) : null,
            ModelId = stored.ModelId,
            ResponseId = stored.ResponseId,
        };
        return new ChatReply(response, messages, stored.Usage?.ToDetails(), stored.Agent, stored.Outcome);
    }

    public sealed record FoundTurn(ChatReply? Reply);
}
