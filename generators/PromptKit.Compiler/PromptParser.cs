using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Templates;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Parses one file: text → front matter and template.</summary>
internal static class PromptParser
{
    public static ParsedPrompt Parse(PromptSource source)
    {
        var text = new PromptText(source.Path, source.Content);
        var diagnostics = new DiagnosticBag(text);
        return FailureBoundary.Run(
            source.Path,
            () => Parse(source, text, diagnostics),
            failure =>
            {
                diagnostics.AddRange([failure]);
                return Unparsed(source, text, diagnostics);
            }
        );
    }

    private static ParsedPrompt Parse(PromptSource source, PromptText text, DiagnosticBag diagnostics)
    {
        if (!FileCheck.Run(text, diagnostics) || FrontMatterSplitter.Split(text, diagnostics) is not { } split)
        {
            return Unparsed(source, text, diagnostics);
        }

        var frontMatter = FrontMatterParser.Parse(text, split.Yaml, diagnostics);
        var template = TemplateParser.Parse(text, split.Body, diagnostics);
        return new ParsedPrompt(source)
        {
            Text = text,
            Names = PromptNaming.Name(source, frontMatter.Name?.Value),
            NamePlace = text.Locate(frontMatter.Name?.Range ?? TextRange.At(0)),
            FrontMatter = frontMatter,
            Template = template,
            Diagnostics = diagnostics.ToArray(),
        };
    }

    private static ParsedPrompt Unparsed(PromptSource source, PromptText text, DiagnosticBag diagnostics) =>
        new(source)
        {
            Text = text,
            Names = PromptNaming.Name(source, name: null),
            NamePlace = text.Locate(TextRange.At(0)),
            Diagnostics = diagnostics.ToArray(),
        };
}
