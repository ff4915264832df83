using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What of a history a model may be shown, when something of it may not.</summary>
internal static class Sendable
{
    public static IEnumerable<ChatMessage> Of(HistorySnapshot history)
    {
        for (var index = 0; index < history.Count; index++)
        {
            var message = history[index];
            if (!history.Entry(index).IsSendable)
            {
                message.Contents = [.. message.Contents.Where(content => content is not UnknownContent)];
            }

            if (Answer.HasContent(message))
            {
                yield return message;
            }
        }
    }
}
