using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>A <c>.prompt</c> file that is nowhere on disk, under a path that is the same on every machine.</summary>
internal sealed class InMemoryPrompt(string projectPath, string content) : AdditionalText
{
    public string ProjectPath { get; } = projectPath;

    public override string Path { get; } = "/app/" + projectPath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, Encoding.UTF8);

    public InMemoryPrompt WithContent(string newContent) => new(ProjectPath, newContent);
}
