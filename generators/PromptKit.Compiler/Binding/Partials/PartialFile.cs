using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>A partial as it was parsed.</summary>
internal sealed class PartialFile
{
    /// <summary>Its name as seen from the prompts' root: <c>shared/tone</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The path as the project names the file.</summary>
    public required string FileName { get; init; }

    public required PromptText Text { get; init; }

    /// <summary>Null when the file cannot be split into front matter and template.</summary>
    public FrontMatterModel? FrontMatter { get; init; }

    /// <summary>Null when the template cannot be parsed.</summary>
    public TemplateModel? Template { get; init; }

    /// <summary>What is wrong with the file so far.</summary>
    public EquatableArray<PromptDiagnostic> Diagnostics { get; init; }

    public string Path => Text.Path;

    /// <summary>The folder that its own includes start from.</summary>
    public string Folder => PartialNames.FolderOf(Name);

    /// <summary>Its file name without folders, for messages: <c>_tone.prompt</c>.</summary>
    public string ShortFileName => FileName.Substring(FileName.LastIndexOfAny(['/', '\\']) + 1);

    public EquatableArray<IncludeNode> Includes => Template?.Includes ?? default;
}
