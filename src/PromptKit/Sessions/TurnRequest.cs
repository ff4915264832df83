using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What a caller asked for: a message, or to go on with what is unfinished.</summary>
/// <param name="Source">Gives the preamble, when the turn begins.</param>
/// <param name="ChatOptions">The chat's options.</param>
/// <param name="Send">The turn's options; its own copy.</param>
/// <param name="Tools">Keeps the chat's tools from turn to turn.</param>
/// <param name="Message">The user's message, the turn's own copy; <see langword="null"/> to resume.</param>
internal sealed record TurnRequest(
    Func<IChatPreamble> Source,
    ChatOptions? ChatOptions,
    SendOptions Send,
    ToolSetCache Tools,
    ChatMessage? Message
);
