using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>A piece of an answer that a <see cref="ScriptedChatClient"/> is about to deliver.</summary>
/// <param name="Request">The request that is being answered.</param>
/// <param name="Index">The position of the piece in the answer, from 0.</param>
/// <param name="Update">The update; <see langword="null"/> when the answer is not streamed.</param>
public sealed record ScriptedChunk(ScriptedRequest Request, int Index, ChatResponseUpdate? Update);
