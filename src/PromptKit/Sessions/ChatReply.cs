using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A model's answer to one message. When you have it, message and answer are stored.</summary>
/// <remarks>
/// <see cref="ChatResponse.Messages"/> are all messages of the turn but the user's: with tools, also the calls and their results.
/// <see cref="ChatResponse.Usage"/> adds up all model calls of the turn; it is <see langword="null"/> when the client does not say.
/// Changing a reply does not change the history. Not thread-safe.
/// </remarks>
public sealed class ChatReply : ChatResponse
{
    internal ChatReply(ChatResponse? response, IList<ChatMessage> messages, UsageDetails? usage, string? agent, ReplyOutcome outcome)
        : base(messages)
    {
        Usage = usage;
        Agent = agent;
        Outcome = outcome;

        // All but ConversationId: the history is PromptKit's, and no other call may continue it at the service.
        ResponseId = response?.ResponseId;
        ModelId = response?.ModelId;
        CreatedAt = response?.CreatedAt;
        FinishReason = response?.FinishReason;
        RawRepresentation = response?.RawRepresentation;
        AdditionalProperties = response?.AdditionalProperties;
    }

    /// <summary>The name of the prompt that answered; <see langword="null"/> when the preamble was none.</summary>
    public string? Agent { get; }

    /// <summary>How the turn ended.</summary>
    public ReplyOutcome Outcome { get; }
}
