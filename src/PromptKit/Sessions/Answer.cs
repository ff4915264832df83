using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What of a model's answer may enter a history.</summary>
internal static class Answer
{
    /// <summary>Whether a message says anything. Services refuse requests with empty messages, so one would spoil its thread for good.</summary>
    public static bool HasContent(ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            if (content is not (UsageContent or TextContent { Text: "" }))
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="InvalidOperationException">A tool call has no result: services refuse every later request of such a thread.</exception>
    public static void ThrowIfUnfinished(IList<ChatMessage> messages)
    {
        var contents = messages.SelectMany(message => message.Contents);
        var answered = contents.OfType<FunctionResultContent>().Select(result => result.CallId).ToHashSet(StringComparer.Ordinal);
        foreach (var content in contents)
        {
            var open = content switch
            {
                FunctionCallContent { InformationalOnly: false } call when !answered.Contains(call.CallId) => call.Name,
                ToolApprovalRequestContent { ToolCall: FunctionCallContent call } => call.Name,
                _ => null,
            };
            if (open is not null)
            {
                throw new InvalidOperationException(
                    $"The model called the tool '{open}' and nothing in the chat client's pipeline ran it. "
                        + "Add function invocation to the client: client.AsBuilder().UseFunctionInvocation().Build()."
                );
            }
        }
    }
}
