namespace PromptKit.Tests.Sessions;

/// <summary>A preamble that says how often it was rendered.</summary>
internal sealed class CountingPreamble : IChatPreamble
{
    public int Renderings { get; private set; }

    public ChatOptions Options { get; init; } = new();

    public Exception? Error { get; set; }

    public Prompt? Prompt => null;

    public Preamble Render() => Error is null ? new([new ChatMessage(ChatRole.System, $"rendering {++Renderings}")], Options) : throw Error;
}
