using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A front matter, its keys checked, its schemas not yet read.</summary>
internal sealed record FrontMatterModel
{
    public Located<string>? Name { get; init; }

    public Located<string>? Description { get; init; }

    public Located<string>? ModelId { get; init; }

    public EquatableArray<ConfigEntry> Config { get; init; }

    public EquatableArray<ToolReference> Tools { get; init; }

    public EquatableArray<Located<string>> Agents { get; init; }

    /// <summary><c>auto</c>, <c>none</c>, <c>required</c> or the name of a tool.</summary>
    public Located<string>? ToolChoice { get; init; }

    public Located<long>? MaxToolRounds { get; init; }

    public FrontMatterNode? InputSchema { get; init; }

    public MapNode? InputDefault { get; init; }

    public FrontMatterNode? OutputSchema { get; init; }

    public Located<string>? OutputFormat { get; init; }

    public Located<long>? OutputRetries { get; init; }

    /// <summary>The top-level keys, for checks of where they may stand.</summary>
    public EquatableArray<ScalarNode> Keys { get; init; }

    /// <summary>Everything under <c>metadata:</c>, and the dotted keys.</summary>
    public EquatableArray<MapEntry> Metadata { get; init; }

    /// <summary>Whether the input could not be read: names that the template uses are then unknown, not wrong.</summary>
    public bool InputIsLost { get; init; }

    /// <summary>Whether the output could not be read.</summary>
    public bool OutputIsLost { get; init; }
}
