using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>An answer of a <see cref="ScriptedChatClient"/>: text, tool calls, any contents, or a failure. A string converts to one.</summary>
/// <remarks>Immutable as far as its contents are; one reply may answer many requests.</remarks>
public sealed class ScriptedReply
{
    /// <summary>The contents of the answer, in order. Default: none, an empty answer.</summary>
    public IReadOnlyList<AIContent> Contents { get; init; } = [];

    /// <summary>
    /// Why the model stopped. Default, when <see langword="null"/>: <see cref="ChatFinishReason.ToolCalls"/> if it calls a tool, else
    /// <see cref="ChatFinishReason.Stop"/>.
    /// </summary>
    public ChatFinishReason? FinishReason { get; init; }

    /// <summary>
    /// What the answer cost. Default, when <see langword="null"/>: estimated from the texts of request and answer, one token for every
    /// four characters begun.
    /// </summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Thrown after the contents when streaming, instead of them when not. Default: <see langword="null"/>, no failure.</summary>
    public Exception? Error { get; init; }

    /// <summary>A reply of one text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ScriptedReply(string text) => FromString(text);

    /// <summary>A reply of one text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The reply.</returns>
    public static ScriptedReply FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ScriptedReply { Contents = [new TextContent(text)] };
    }

    /// <summary>A reply that calls a tool. For several calls, or text beside them, set <see cref="Contents"/>.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="arguments">Its arguments; <see langword="null"/>, the default, for none.</param>
    /// <param name="callId">The call's id; empty, the default, for one that the client has not used before.</param>
    /// <returns>The reply.</returns>
    public static ScriptedReply Call(string tool, IDictionary<string, object?>? arguments = null, string callId = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        return new ScriptedReply { Contents = [new FunctionCallContent(callId, tool, arguments)] };
    }

    /// <summary>A model call that fails.</summary>
    /// <param name="error">What it throws.</param>
    /// <param name="after">The text that a streamed answer has delivered by then. Default: none.</param>
    /// <returns>The reply.</returns>
    public static ScriptedReply Failure(Exception error, string after = "")
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(after);
        return new ScriptedReply { Contents = after.Length == 0 ? [] : [new TextContent(after)], Error = error };
    }
}
