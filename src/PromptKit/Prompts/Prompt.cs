using System.Text.Json;

namespace PromptKit;

/// <summary>One compiled <c>.prompt</c> file. Subclasses are generated at build time.</summary>
/// <remarks>Instances hold no state: all members are safe to use from several threads.</remarks>
public abstract class Prompt
{
    private JsonElement? _inputSchema;
    private JsonElement? _outputSchema;

    /// <summary>The prompt's key: its path without extension, such as <c>support/triage_agent</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the prompt is for, from <c>description:</c>; <see langword="null"/> when the file has none.</summary>
    public virtual string? Description => null;

    /// <summary>The model asked for by <c>model:</c>; <see langword="null"/> leaves the choice to the chat client.</summary>
    public virtual string? ModelId => null;

    /// <summary>
    /// 16 hexadecimal digits over everything that is sent: text, schemas, model and options. Two prompts with the same hash send the
    /// same thing; comments and formatting of the file do not change it.
    /// </summary>
    public abstract string SourceHash { get; }

    /// <summary>The JSON Schema of the input; <see langword="null"/> when the prompt takes none. Parsed on first use.</summary>
    public JsonElement? InputSchema => InputSchemaJson is { } json ? _inputSchema ??= ParseSchema(json) : null;

    /// <summary>The JSON Schema of the answer; <see langword="null"/> when it is plain text. Parsed on first use.</summary>
    public JsonElement? OutputSchema => OutputSchemaJson is { } json ? _outputSchema ??= ParseSchema(json) : null;

    /// <summary>The text of <see cref="InputSchema"/>.</summary>
    protected virtual string? InputSchemaJson => null;

    /// <summary>The text of <see cref="OutputSchema"/>.</summary>
    protected virtual string? OutputSchemaJson => null;

    private static JsonElement ParseSchema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
