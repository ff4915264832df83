using System.Collections.ObjectModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>One compiled <c>.prompt</c> file. Subclasses are generated at build time.</summary>
/// <remarks>Instances hold nothing but what they parsed on first use: all members are safe to use from several threads.</remarks>
public abstract class Prompt
{
    private JsonElement? _inputSchema;
    private JsonElement? _outputSchema;
    private ChatResponseFormat? _outputFormat;
    private IReadOnlyDictionary<string, JsonElement>? _metadata;

    /// <summary>The prompt's key: its path without extension, such as <c>support/triage_agent</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Which text of the prompt this is, for a file <c>name.variant.prompt</c>; <see langword="null"/> for the main one.</summary>
    public virtual string? Variant => null;

    /// <summary>The other texts of the same prompt, in the order of their names.</summary>
    public virtual IReadOnlyList<Prompt> Variants => [];

    /// <summary>What the prompt is for, from <c>description:</c>; <see langword="null"/> when the file has none.</summary>
    public virtual string? Description => null;

    /// <summary>The model asked for by <c>model:</c>; <see langword="null"/> leaves the choice to the chat client.</summary>
    public virtual string? ModelId => null;

    /// <summary>
    /// 16 hexadecimal digits over everything that is sent: text, schemas, model and options. Two prompts with the same hash send the
    /// same thing; comments and formatting of the file do not change it.
    /// </summary>
    public abstract string SourceHash { get; }

    /// <summary>The names of the tools that the prompt uses, from <c>tools:</c>.</summary>
    public virtual IReadOnlyList<string> ToolNames => [];

    /// <summary>The names of the prompts that this one may hand the conversation to, from <c>agents:</c>.</summary>
    public virtual IReadOnlyList<string> AgentNames => [];

    /// <summary>How often the model may call tools in one turn; <see langword="null"/> leaves it to the session.</summary>
    public virtual int? MaxToolRounds => null;

    /// <summary>How often the model is asked again when its answer does not fit <see cref="OutputSchema"/>. Default: 0.</summary>
    public virtual int OutputRetries => 0;

    /// <summary>The JSON Schema of the input; <see langword="null"/> when the prompt takes none. Parsed on first use.</summary>
    public JsonElement? InputSchema => InputSchemaJson is { } json ? _inputSchema ??= ParseSchema(json) : null;

    /// <summary>The JSON Schema of the answer; <see langword="null"/> when it is plain text. Parsed on first use.</summary>
    public JsonElement? OutputSchema => OutputSchemaJson is { } json ? _outputSchema ??= ParseSchema(json) : null;

    /// <summary>What stands under <c>metadata:</c>, and the dotted keys (<c>my.key</c>). Empty when there is none. Parsed on first use.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata => _metadata ??= ParseMetadata(MetadataJson);

    /// <summary>The response format that asks for <see cref="OutputSchema"/>; text when there is none. One object for all renderings.</summary>
    protected ChatResponseFormat OutputFormat => _outputFormat ??= MakeOutputFormat();

    /// <summary>
    /// The schema that is sent: <see cref="OutputSchema"/>, strict in the way that OpenAI requires. What is no JSON object travels as
    /// <c>{"value": …}</c>, because providers ask for objects only.
    /// </summary>
    protected virtual string? OutputFormatJson => null;

    /// <summary>What providers call the schema: <c>[a-zA-Z0-9_-]{1,64}</c>.</summary>
    protected virtual string? OutputSchemaName => null;

    /// <summary>The text of <see cref="Metadata"/>, a JSON object.</summary>
    protected virtual string? MetadataJson => null;

    /// <summary>The text of <see cref="InputSchema"/>.</summary>
    protected virtual string? InputSchemaJson => null;

    /// <summary>The text of <see cref="OutputSchema"/>.</summary>
    protected virtual string? OutputSchemaJson => null;

    /// <summary>How answers are read; <see langword="null"/> when they are plain text.</summary>
    internal virtual PromptOutput? AnyOutput => null;

    /// <summary>Renders the prompt from JSON, for callers that have nothing else. JSON is read strictly.</summary>
    /// <param name="input">The input.</param>
    /// <returns>A new preamble; the caller owns it and may change its messages and options.</returns>
    /// <exception cref="PromptInputException">
    /// The JSON does not fit; <see cref="PromptInputException.Mismatches"/> lists every missing, unknown, repeated or mistyped member.
    /// </exception>
    public abstract Preamble Render(JsonElement input);

    private ChatResponseFormat MakeOutputFormat() =>
        OutputFormatJson is { } json
            ? ChatResponseFormat.ForJsonSchema(JsonElement.Parse(json), OutputSchemaName, Description)
            : ChatResponseFormat.Text;

    private static JsonElement ParseSchema(string json) => JsonElement.Parse(json);

    private static IReadOnlyDictionary<string, JsonElement> ParseMetadata(string? json) =>
        json is null
            ? ReadOnlyDictionary<string, JsonElement>.Empty
            : JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
}
