using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A model's answer to one message. When you have it, message and answer are in the thread's history.</summary>
/// <remarks>
/// <see cref="ChatResponse.Text"/> is the answer's text; <see cref="ChatResponse.Usage"/> counts tokens and is <see langword="null"/>
/// when the client does not say. Changing a reply does not change the history. Not thread-safe.
/// </remarks>
public sealed class ChatReply : ChatResponse
{
    internal ChatReply(ChatResponse response)
        : base(response.Messages)
    {
        // All but ConversationId: the history is PromptKit's, and no other call may continue it at the service.
        ResponseId = response.ResponseId;
        ModelId = response.ModelId;
        CreatedAt = response.CreatedAt;
        FinishReason = response.FinishReason;
        Usage = response.Usage;
        RawRepresentation = response.RawRepresentation;
        AdditionalProperties = response.AdditionalProperties;
    }
}
