using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>What the chat services refuse, each in its own words and often only on the turn after the mistake.</summary>
internal static class ConversationRules
{
    /// <exception cref="InvalidConversationException">A rule is broken.</exception>
    public static void Check(ScriptedRequest request)
    {
        var messages = request.Messages;
        Require(messages.Count > 0, "The request has no messages.");
        var open = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < messages.Count; index++)
        {
            var message = messages[index];
            var place = $"Message {index} ({message.Role})";
            Require(message.Role == ChatRole.Tool || open.Count == 0, Unanswered(open, place));
            CheckContents(message, place, open);
        }

        Require(open.Count == 0, Unanswered(open, "The conversation's end"));
        Require(
            messages[^1].Role != ChatRole.Assistant,
            $"Message {messages.Count - 1} (assistant) is the last: the conversation has to end with something to answer."
        );
        CheckTools(request.Options);
    }

    private static void CheckContents(ChatMessage message, string place, Dictionary<string, string> open)
    {
        Require(
            message.Contents.Any(content => content is not TextContent text || !string.IsNullOrWhiteSpace(text.Text)),
            $"{place} is empty."
        );
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case FunctionCallContent call:
                    Require(
                        message.Role == ChatRole.Assistant,
                        $"{place} contains the call '{call.CallId}': only an assistant calls tools."
                    );
                    Require(open.TryAdd(call.CallId, call.Name), $"{place} calls twice under the id '{call.CallId}'.");
                    break;
                case FunctionResultContent result:
                    Require(
                        message.Role == ChatRole.Tool,
                        $"{place} contains the result '{result.CallId}': results belong into tool messages."
                    );
                    Require(
                        open.Remove(result.CallId),
                        $"{place} contains a result for '{result.CallId}', which no call before it waits for."
                    );
                    break;
                case ToolApprovalRequestContent or ToolApprovalResponseContent:
                    throw new InvalidConversationException(
                        $"{place} contains a {content.GetType().Name}: approvals are settled before the model is asked, and not sent to it."
                    );
                default:
                    Require(
                        message.Role != ChatRole.Tool,
                        $"{place} contains a {content.GetType().Name}: tool messages hold results alone."
                    );
                    break;
            }
        }
    }

    private static void CheckTools(ChatOptions? options)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tool in options?.Tools ?? [])
        {
            Require(names.Add(tool.Name), $"The request offers two tools named '{tool.Name}'.");
        }
    }

    private static string Unanswered(Dictionary<string, string> open, string place) =>
        $"{place} comes before the result of {string.Join(", ", open.Select(call => $"'{call.Key}' ({call.Value})"))}: "
        + "every tool call is answered by a tool message right behind it.";

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidConversationException(otherwise);
        }
    }
}
