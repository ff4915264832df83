using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The next model call of a turn.</summary>
/// <param name="Client">Whom to call.</param>
/// <param name="Messages">Preamble, history, and what is new. Read-only.</param>
/// <param name="Options">May be changed by the client.</param>
internal readonly record struct ModelCall(IChatClient Client, IEnumerable<ChatMessage> Messages, ChatOptions Options)
{
    /// <summary>The answer, when it is known without a call.</summary>
    public ChatResponse? Known { get; init; }
}
