using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What of a model's answer enters a history, and which of its calls are to be run.</summary>
internal sealed class Answer
{
    private Answer(List<ChatMessage> messages, IReadOnlyList<FunctionCallContent> calls)
    {
        Messages = messages;
        Calls = calls;
    }

    /// <summary>The messages that say something. The one that calls is the last.</summary>
    public List<ChatMessage> Messages { get; }

    /// <summary>The calls without a result, in order; no two have one id.</summary>
    public IReadOnlyList<FunctionCallContent> Calls { get; }

    /// <exception cref="InvalidOperationException">The service asks for an approval of its own, which nobody here could give.</exception>
    public static Answer Of(IList<ChatMessage> messages)
    {
        var answered = Answered(messages);
        if (!HasOpenCalls(messages, answered))
        {
            return new Answer(WithContent(messages), []);
        }

        // What follows the last results is one message, so that the new results stand right behind all their calls.
        var behind = LastIndexOfResults(messages) + 1;
        var calling = messages[behind].Clone();
        calling.Role = ChatRole.Assistant;
        calling.Contents = new List<AIContent>(messages[behind].Contents.Count);
        var calls = new List<FunctionCallContent>(1);
        for (var index = behind; index < messages.Count; index++)
        {
            var contents = messages[index].Contents;
            for (var place = 0; place < contents.Count; place++)
            {
                if (contents[place] is not FunctionCallContent call || answered.Contains(call.CallId))
                {
                    calling.Contents.Add(contents[place]);
                }
                else if (!call.InformationalOnly)
                {
                    var isUnique = call.CallId.Length > 0 && !calls.Exists(other => other.CallId == call.CallId);
                    calls.Add(isUnique ? call : WithNewId(call));
                    calling.Contents.Add(calls[^1]);
                }
            }
        }

        return new Answer(behind == 0 ? [calling] : [.. WithContent(messages.Take(behind)), calling], calls);
    }

    /// <summary>What can be kept of an answer that ended in the middle: no calls, because nobody ran them.</summary>
    public static IReadOnlyList<ChatMessage> PartOf(IList<ChatMessage> messages)
    {
        var answered = Answered(messages);
        foreach (var message in messages)
        {
            message.Contents =
            [
                .. message.Contents.Where(content => content is not FunctionCallContent call || answered.Contains(call.CallId)),
            ];
        }

        return WithContent(messages);
    }

    /// <summary>Whether a message says anything. Services refuse requests with empty messages, so one would spoil its thread for good.</summary>
    public static bool HasContent(ChatMessage message)
    {
        for (var index = 0; index < message.Contents.Count; index++)
        {
            if (message.Contents[index] is not (UsageContent or TextContent { Text: "" }))
            {
                return true;
            }
        }

        return false;
    }

    private static List<ChatMessage> WithContent(IEnumerable<ChatMessage> messages)
    {
        var said = new List<ChatMessage>(1);
        foreach (var message in messages)
        {
            if (HasContent(message))
            {
                said.Add(message);
            }
        }

        return said;
    }

    private static HashSet<string> Answered(IList<ChatMessage> messages)
    {
        HashSet<string>? answered = null;
        for (var index = 0; index < messages.Count; index++)
        {
            var contents = messages[index].Contents;
            for (var place = 0; place < contents.Count; place++)
            {
                if (contents[place] is FunctionResultContent result)
                {
                    (answered ??= new(StringComparer.Ordinal)).Add(result.CallId);
                }
                else if (contents[place] is ToolApprovalRequestContent or ToolApprovalResponseContent)
                {
                    throw new InvalidOperationException(
                        "The chat client answered with a request for an approval of its own, which cannot be stored nor given here: let it "
                            + "approve its tools itself, or give the tool to the chat as an ApprovalRequiredAIFunction."
                    );
                }
            }
        }

        return answered ?? s_none;
    }

    private static readonly HashSet<string> s_none = [];

    // Calls that are only informational and have no result are open too: without it they cannot be stored.
    private static bool HasOpenCalls(IList<ChatMessage> messages, HashSet<string> answered)
    {
        for (var index = 0; index < messages.Count; index++)
        {
            var contents = messages[index].Contents;
            for (var place = 0; place < contents.Count; place++)
            {
                if (contents[place] is FunctionCallContent call && !answered.Contains(call.CallId))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int LastIndexOfResults(IList<ChatMessage> messages)
    {
        var index = messages.Count - 1;
        while (index >= 0 && messages[index].Role != ChatRole.Tool)
        {
            index--;
        }

        return index;
    }

    private static FunctionCallContent WithNewId(FunctionCallContent call) =>
        new($"call_{Guid.NewGuid():N}", call.Name, call.Arguments) { AdditionalProperties = call.AdditionalProperties };
}
