using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What a caller may send: a user's words and media, nothing that speaks for the model or for a tool.</summary>
internal static class UserMessage
{
    public static ChatMessage Of(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new ChatMessage(ChatRole.User, text);
    }

    public static ChatMessage Of(IEnumerable<AIContent> contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return Checked(new ChatMessage(ChatRole.User, [.. contents]), nameof(contents));
    }

    /// <returns>A copy, so that nothing the caller does to <paramref name="message"/> afterwards reaches the thread.</returns>
    public static ChatMessage Of(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Checked(message, nameof(message));
    }

    private static ChatMessage Checked(ChatMessage message, string parameterName)
    {
        if (message.Role != ChatRole.User)
        {
            throw new ArgumentException(
                $"Only user messages are sent; this one's role is '{message.Role}'. What the model is told goes into the preamble.",
                parameterName
            );
        }

        if (message.Contents.All(content => content is TextContent text && string.IsNullOrWhiteSpace(text.Text)))
        {
            throw new ArgumentException("There is nothing to send: the message has no content, or only whitespace.", parameterName);
        }

        foreach (var content in message.Contents)
        {
            if (content is null or ToolCallContent or ToolResultContent or InputRequestContent or InputResponseContent)
            {
                throw new ArgumentException(
                    $"A user message cannot contain {(content is null ? "null" : content.GetType().Name)}: "
                        + "tool calls, their results and approvals are the turn's own.",
                    parameterName
                );
            }
        }

        return MessageCopy.Of(message);
    }
}
