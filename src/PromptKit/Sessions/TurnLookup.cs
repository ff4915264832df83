using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Finds the turn that a caller's id belongs to, in the store, which knows its turns however long a thread is.</summary>
internal static class TurnLookup
{
    // A turn is mostly two messages; one with many rounds is read in few steps.
    private const int PageLength = 32;

    /// <summary>Looks for a turn. To be called at the head of the thread's queue, when the thread is loaded.</summary>
    /// <returns>The turn and its reply, which is <see langword="null"/> when it was interrupted; <see langword="null"/> for a new id.</returns>
    public static async ValueTask<FoundTurn?> FindAsync(
        Session session,
        ChatThread thread,
        string turnId,
        CancellationToken cancellationToken
    )
    {
        var store = session.Services.Store;
        if (await store.FindTurnAsync(session.StoreId, thread.Name, turnId, cancellationToken).ConfigureAwait(false) is not { } position)
        {
            return null;
        }

        if (position >= thread.Head.Length)
        {
            // Another process ran it, just now.
            await session.Log.RefreshAsync(thread, cancellationToken).ConfigureAwait(false);
        }

        var (messages, end) = await ReadAsync(session, thread, position, turnId, cancellationToken).ConfigureAwait(false);
        return messages.Count == 0 ? null : Of(messages, thread.Head, turnId, isLast: end == thread.Head.Length);
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

    private static FoundTurn Of(List<HistoryEntry> messages, ThreadHead head, string turnId, bool isLast)
    {
        isLast &= head.Properties.TurnId == turnId;
        var isWaiting = isLast && head.Properties.Calls is { } calls && calls.Any(call => call.IsOpen);
        if (isLast && head.Properties.IsUnfinished && !isWaiting)
        {
            return new FoundTurn(null);
        }

        // An empty answer is not stored; then the turn's last message has no reply with it.
        var stored =
            messages[^1].Turn!.Reply
            ?? (isLast ? head.Properties.Reply : null)
            ?? new StoredReply { Outcome = isWaiting ? ReplyOutcome.AwaitingApproval : ReplyOutcome.Stopped };
        var said = messages.Where(entry => entry.Message.Role != ChatRole.User).Select(entry => MessageCopy.Of(entry.Message));
        return new FoundTurn(ToReply(stored, [.. said]));
    }

    /// <summary>The messages of a turn that begins at or right behind a position, and where they end.</summary>
    private static async ValueTask<(List<HistoryEntry> Messages, long End)> ReadAsync(
        Session session,
        ChatThread thread,
        long from,
        string turnId,
        CancellationToken cancellationToken
    )
    {
        var found = new List<HistoryEntry>();
        var history = thread.Head.Messages;
        var position = from;
        while (position < thread.Head.Length)
        {
            var page =
                position >= history.First
                    ? [history.EntryAt(position)]
                    : await session.Log.ReadAsync(thread, position, PageLength, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
            {
                // The commit may begin with the rejection of calls that waited: that belongs to the turn before.
                if (entry.Turn?.Id == turnId)
                {
                    found.Add(entry);
                }
                else if (found.Count > 0 || position > from)
                {
                    return (found, position);
                }

                position++;
            }
        }

        return (found, position);
    }

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
