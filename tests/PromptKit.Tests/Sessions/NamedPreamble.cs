namespace PromptKit.Tests.Sessions;

/// <summary>An empty preamble of a prompt that has a name.</summary>
internal sealed class NamedPreamble(string name) : IChatPreamble
{
    public Prompt? Prompt { get; } = new NamedPrompt(name);

    public Preamble Render() => new([]);

    private sealed class NamedPrompt(string name) : Prompt
    {
        public override string Name => name;

        public override string SourceHash => $"hash of {name}";

        public override Preamble Render(System.Text.Json.JsonElement input) => new([]);
    }
}
