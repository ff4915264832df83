using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What of a history a model may be shown, when something of it may not.</summary>
internal static class Sendable
{
    public static IEnumerable<ChatMessage> Of(IHistory history)
    {
        for (var index = 0; index < history.Count; index++)
        {
            if (Of(history.Entry(index)) is { } message)
            {
                yield return message;
            }
        }
    }

    /// <summary>A copy without what is unknown; <see langword="null"/> when nothing is left.</summary>
    public static ChatMessage? Of(HistoryEntry entry)
    {
        var message = MessageCopy.Of(entry.Message);
        if (entry.IsSendable)
        {
            return message;
        }

        message.Contents = [.. message.Contents.Where(content => content is not UnknownContent)];
        return Answer.HasContent(message) ? message : null;
    }
}
