using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Asks a reducer what of a thread is sent. It gets copies, and decides about nothing else.</summary>
internal static class HistoryReduction
{
    /// <summary>The view to send, up to <paramref name="end"/>.</summary>
    /// <param name="reducer">Whom to ask.</param>
    /// <param name="current">What it made of the thread before; <see langword="null"/> when nothing.</param>
    /// <param name="history">The thread, as far as it is loaded.</param>
    /// <param name="end">The position behind the last message that it may reduce.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The view; <see langword="null"/> when everything is sent.</returns>
    public static async ValueTask<HistoryView?> RunAsync(
        IChatReducer reducer,
        HistoryView? current,
        HistorySnapshot history,
        long end,
        CancellationToken cancellationToken
    )
    {
        var items = Items(current ?? WholeTurns(history, end), history, end);
        if (items.Count == 0 || (reducer is IHistoryReducer { MaxMessages: var max } ? items.Count <= max : current?.Position == end))
        {
            return current ?? (history.First > 0 ? new HistoryView(end, items) : null);
        }

        var given = new Dictionary<ChatMessage, HistoryView.Item>(ReferenceEqualityComparer.Instance);
        var copies = new List<ChatMessage>(items.Count);
        foreach (var item in items)
        {
            if (Sendable.Of(item.Entry) is { } copy)
            {
                copies.Add(copy);
                given.Add(copy, item);
            }
        }

        // A list of its own: what the reducer does to it must not count.
        var reduced = await reducer.ReduceAsync([.. copies], cancellationToken).ConfigureAwait(false);
        List<HistoryView.Item> kept = [.. reduced.Select(message => Kept(message, given))];
        return current is null && history.First == 0 && kept.SequenceEqual(items) ? null : new HistoryView(end, ToolPairs.Of(kept));
    }

    private static List<HistoryView.Item> Items(HistoryView? view, HistorySnapshot history, long end)
    {
        List<HistoryView.Item> items = [.. view?.Items ?? []];
        for (var position = view?.Position ?? history.First; position < end; position++)
        {
            items.Add(new(history.EntryAt(position), position));
        }

        return items;
    }

    /// <summary>What to begin with when only the tail of a thread is loaded: it must not begin in the middle of a round.</summary>
    private static HistoryView? WholeTurns(HistorySnapshot history, long end)
    {
        if (history.First == 0)
        {
            return null;
        }

        var first = history.First + HistoryCut.LeavingAtMost(history.Count, history);
        return new HistoryView(Math.Min(first, end), []);
    }

    // A copy that comes back unchanged is the thread's message; everything else is the reducer's.
    private static HistoryView.Item Kept(ChatMessage message, Dictionary<ChatMessage, HistoryView.Item> given)
    {
        var own = HistoryEntry.Of(message);
        return
            given.TryGetValue(message, out var item)
            && item.Entry.IsSendable
            && own.Payload.Span.SequenceEqual(HistoryEntry.Of(item.Entry.Message).Payload.Span)
            ? item
            : new HistoryView.Item(own, null);
    }
}
