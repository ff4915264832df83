using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>A <c>.prompt</c> file that is nowhere on disk, under a path that is the same on every machine.</summary>
internal sealed class InMemoryPrompt(string projectPath, string content, string? promptRoot = null, string? path = null) : AdditionalText
{
    public string ProjectPath { get; } = projectPath;

    /// <summary>The item's <c>PromptRoot</c>; null when it has none.</summary>
    public string? PromptRoot { get; } = promptRoot;

    public override string Path { get; } = path ?? "/app/" + projectPath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, Encoding.UTF8);

    public InMemoryPrompt WithContent(string newContent) => new(ProjectPath, newContent, PromptRoot, Path);
}
