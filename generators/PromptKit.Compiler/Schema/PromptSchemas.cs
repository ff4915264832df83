using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>The schemas of one prompt.</summary>
/// <param name="Input">The values that the template reads; empty when the prompt declares none.</param>
/// <param name="Output">What the model must return; null for text.</param>
internal sealed record PromptSchemas(ObjectSchema Input, ObjectSchema? Output)
{
    public static PromptSchemas Read(PromptText text, FrontMatterModel frontMatter, DiagnosticBag diagnostics)
    {
        var input = frontMatter.InputSchema is { } inputNode
            ? PicoschemaReader.Read(text, inputNode, "input", diagnostics)
            : ObjectSchema.Empty;
        var output = frontMatter.OutputSchema is { } outputNode ? PicoschemaReader.Read(text, outputNode, "output", diagnostics) : null;
        return new PromptSchemas(
            input with
            {
                IsIncomplete = input.IsIncomplete || frontMatter.InputIsLost,
            },
            output ?? (frontMatter.OutputIsLost ? ObjectSchema.Lost : null)
        );
    }
}
