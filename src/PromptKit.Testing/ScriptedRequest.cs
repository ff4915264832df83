using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>A request as it arrived at a <see cref="ScriptedChatClient"/>: what a rule looks at, and what a test asserts.</summary>
/// <remarks>
/// Lists, texts and options are the request's own: later changes to the caller's objects do not show. Contents other than text are the
/// caller's objects.
/// </remarks>
[DebuggerDisplay("{Messages.Count} message(s), user: {UserText}")]
public sealed class ScriptedRequest
{
    internal ScriptedRequest(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStreaming)
    {
        Messages = [.. messages.Select(Copy)];
        Options = options?.Clone();
        IsStreaming = isStreaming;
    }

    /// <summary>All messages, the preamble's too.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>The options; <see langword="null"/> when there were none.</summary>
    public ChatOptions? Options { get; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool IsStreaming { get; }

    /// <summary>The texts of all system messages, one a line; empty when there are none.</summary>
    public string SystemText => string.Join('\n', TextsOf(ChatRole.System));

    /// <summary>The text of the user's last message; empty when there is none.</summary>
    public string UserText => UserTexts is [.., var last] ? last : "";

    /// <summary>The texts of all the user's messages, in order.</summary>
    public IReadOnlyList<string> UserTexts => [.. TextsOf(ChatRole.User)];

    /// <summary>The results of the tools called last, in order; empty unless the conversation ends with them.</summary>
    public IReadOnlyList<FunctionResultContent> ToolResults
    {
        get
        {
            var first = Messages.Count;
            while (first > 0 && Messages[first - 1].Role == ChatRole.Tool)
            {
                first--;
            }

            return [.. Messages.Skip(first).SelectMany(message => message.Contents).OfType<FunctionResultContent>()];
        }
    }

    private static ChatMessage Copy(ChatMessage message)
    {
        var copy = message.Clone();
        copy.Contents = [.. message.Contents.Select(content => content is TextContent text ? CopyText(text) : content)];
        return copy;
    }

    private static TextContent CopyText(TextContent text) =>
        new(text.Text)
        {
            Annotations = text.Annotations,
            AdditionalProperties = text.AdditionalProperties,
            RawRepresentation = text.RawRepresentation,
        };

    private IEnumerable<string> TextsOf(ChatRole role) => Messages.Where(message => message.Role == role).Select(message => message.Text);
}
