using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Where a history may be cut, so that no result loses its call and no turn its question.</summary>
internal static class HistoryCut
{
    /// <summary>How many system messages there are at the start; they are not part of what is cut.</summary>
    public static int SystemMessages(IReadOnlyList<ChatMessage> messages)
    {
        var count = 0;
        while (count < messages.Count && messages[count].Role == ChatRole.System)
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// The index of the first message to keep: a user's; or, when the last turn alone is longer than that, the first one that is no
    /// result.
    /// </summary>
    public static int LeavingAtMost(int keep, IReadOnlyList<ChatMessage> messages)
    {
        var from = Math.Max(0, messages.Count - keep);
        for (var index = from; index < messages.Count; index++)
        {
            if (messages[index].Role == ChatRole.User)
            {
                return index;
            }
        }

        while (from < messages.Count && messages[from].Role == ChatRole.Tool)
        {
            from++;
        }

        return from;
    }
}
