using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Emission;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Templates;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Compiles one <c>.prompt</c> file: text → front matter → schema and template → bound prompt → C#.</summary>
internal static class PromptCompiler
{
    private const int MaximumLength = 1024 * 1024;

    public static CompiledPrompt Compile(PromptSource source)
    {
        var text = new PromptText(source.Path, source.Content);
        var diagnostics = new DiagnosticBag(text);
        var names = PromptNaming.Name(source.ProjectPath, source.Project.Namespace);
        try
        {
            var prompt = Bind(text, names, diagnostics);
            return new CompiledPrompt(names.HintName, PromptEmitter.Emit(prompt), diagnostics.ToArray());
        }
#pragma warning disable CA1031 // The one boundary: a mistake of ours in one file must neither stop the others nor go unseen.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            diagnostics.Add(CompilerRules.InternalFailure, TextRange.At(0), exception.GetType().Name, exception.Message);
            return new CompiledPrompt(names.HintName, Code: null, diagnostics.ToArray());
        }
    }

    private static BoundPrompt Bind(PromptText text, PromptNames names, DiagnosticBag diagnostics)
    {
        if (!CanBeCompiled(text, names, diagnostics) || FrontMatterSplitter.Split(text, diagnostics) is not { } split)
        {
            return PromptBinder.BindBroken(text, names);
        }

        var frontMatter = FrontMatterParser.Parse(text, split.Yaml, diagnostics);
        var schemas = PromptSchemas.Read(text, frontMatter, diagnostics);
        var template = TemplateParser.Parse(text, split.Body, diagnostics);
        return PromptBinder.Bind(new PromptParts(text, names, frontMatter, schemas, template), diagnostics);
    }

    private static bool CanBeCompiled(PromptText text, PromptNames names, DiagnosticBag diagnostics)
    {
        if (text.Content.Length > MaximumLength)
        {
            diagnostics.Add(FrontMatterRules.FileTooLong, TextRange.At(0), MaximumLength / 1024);
        }
        else if (names.IsPartial)
        {
            diagnostics.Add(
                FrontMatterRules.NotCompiledYet,
                TextRange.At(0),
                "A partial ('_name.prompt')",
                "Write its text where it is used."
            );
        }
        else if (names.Variant is not null)
        {
            diagnostics.Add(
                FrontMatterRules.NotCompiledYet,
                TextRange.At(0),
                "A variant ('name.variant.prompt')",
                "Rename the file without the dot."
            );
        }

        return !diagnostics.HasErrors;
    }
}
