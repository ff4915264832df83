using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A preamble of one system message, or of nothing.</summary>
internal sealed class SystemPreamble(string? text) : IChatPreamble
{
    public Prompt? Prompt => null;

    public Preamble Render() => new(string.IsNullOrWhiteSpace(text) ? [] : [new ChatMessage(ChatRole.System, text)]);
}
