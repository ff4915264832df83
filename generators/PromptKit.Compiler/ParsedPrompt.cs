using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>
/// What one file says, before other files are looked at. Parsing depends on nothing but the source, so two are equal when their
/// sources are: that makes them cheap pipeline values.
/// </summary>
internal sealed class ParsedPrompt(PromptSource source) : IEquatable<ParsedPrompt>
{
    public PromptSource Source { get; } = source;

    public required PromptText Text { get; init; }

    public required PromptNames Names { get; init; }

    /// <summary>Where the name comes from, for messages about it: the value of <c>name:</c>, else the start of the file.</summary>
    public required SourcePlace NamePlace { get; init; }

    /// <summary>Null when the file cannot be split into front matter and template.</summary>
    public FrontMatterModel? FrontMatter { get; init; }

    /// <summary>Null when the template cannot be parsed.</summary>
    public TemplateModel? Template { get; init; }

    /// <summary>What is wrong with the file so far.</summary>
    public EquatableArray<PromptDiagnostic> Diagnostics { get; init; }

    public bool Equals(ParsedPrompt? other) => other is not null && Source == other.Source;

    public override bool Equals(object? obj) => Equals(obj as ParsedPrompt);

    public override int GetHashCode() => Source.GetHashCode();
}
