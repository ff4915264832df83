using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>The schemas of one prompt.</summary>
/// <param name="Input">The values that the template reads; null when the prompt declares none.</param>
/// <param name="Output">What the model must return; null for text.</param>
internal sealed record PromptSchemas(PromptSchema? Input, PromptSchema? Output)
{
    public static PromptSchemas Read(PromptText text, FrontMatterModel frontMatter, INamedSchemas named, DiagnosticBag diagnostics)
    {
        var context = new SchemaContext(text, named, diagnostics);
        var input = frontMatter.InputSchema is { } inputNode ? InputReader.Read(inputNode, frontMatter.InputDefault, context) : null;
        var output = frontMatter.OutputSchema is { } outputNode ? new SchemaReader(context).Read(outputNode) : null;
        return new PromptSchemas(
            frontMatter.InputIsLost ? PromptSchema.Lost : input,
            frontMatter.OutputIsLost ? PromptSchema.Lost : output
        );
    }
}
