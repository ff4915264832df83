using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PromptKit.Docs;

/// <summary>A <c>.prompt</c> or <c>_schemas.yaml</c> file as the compiler gets it.</summary>
internal sealed class ProjectFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}
