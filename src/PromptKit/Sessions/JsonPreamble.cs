using System.Text.Json;

namespace PromptKit;

/// <summary>A prompt that the conversation was handed to, with its input.</summary>
internal sealed class JsonPreamble(Prompt prompt, JsonElement input) : IChatPreamble
{
    public Prompt? Prompt => prompt;

    public Preamble Render() => prompt.Render(input);
}
