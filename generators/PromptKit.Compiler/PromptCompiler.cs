using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Emission;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Compiles a parsed prompt: schemas and template → bound prompt → C#.</summary>
internal static class PromptCompiler
{
    /// <summary>Compiles a file as if it were the only one of its project.</summary>
    public static CompiledPrompt Compile(PromptSource source) => ProjectCompiler.Compile(source.Project, [source], []).Prompts[0];

    public static CompiledPrompt Compile(LinkedPrompt linked)
    {
        var diagnostics = new DiagnosticBag(linked.Prompt.Text);
        return FailureBoundary.Run(
            linked.Prompt.Source.Path,
            () => Compile(linked, diagnostics),
            failure =>
            {
                diagnostics.AddRange([failure]);
                return WithoutCode(linked, diagnostics);
            }
        );
    }

    private static CompiledPrompt Compile(LinkedPrompt linked, DiagnosticBag diagnostics)
    {
        var prompt = linked.Prompt;
        if (linked.Names.IsPartial)
        {
            diagnostics.AddRange(linked.Links.Diagnostics);
            var self = PartialOf(prompt);
            diagnostics.AddRange(LibraryFor(linked, self).Check(self).Diagnostics);
            return WithoutCode(linked, diagnostics);
        }

        diagnostics.AddRange(prompt.Diagnostics);
        diagnostics.AddRange(linked.Links.Diagnostics);
        var bound = Bind(linked, diagnostics);
        diagnostics.AddRange(ProjectNames.Check(bound, linked.Links.TakenTypes, prompt.NamePlace));
        return linked.Links.IsShadowed
            ? WithoutCode(linked, diagnostics)
            : new CompiledPrompt(
                linked.Names.HintName,
                PromptEmitter.Emit(bound),
                PromptEmitter.TypesOf(bound),
                diagnostics.ToArray().Rate(linked.Prompt.Source.Severities)
            );
    }

    private static BoundPrompt Bind(LinkedPrompt linked, DiagnosticBag diagnostics)
    {
        var (prompt, links) = (linked.Prompt, linked.Links);
        if (prompt.FrontMatter is not { } frontMatter || (linked.Names.Variant is not null && linked.Main?.FrontMatter is null))
        {
            return PromptBinder.BindBroken(prompt.Text, linked.Names, links);
        }

        // A variant's schemas are its main file's, and what is wrong with them is reported there.
        var schemasBag = linked.Main is { } owner ? new DiagnosticBag(owner.Text) : diagnostics;
        var schemas = PromptSchemas.Read(
            (linked.Main ?? prompt).Text,
            (linked.Main ?? prompt).FrontMatter!,
            new LinkedSchemas(links),
            schemasBag
        );
        if (linked.Main is { FrontMatter: { } inherited } main)
        {
            frontMatter = VariantInheritance.Apply(frontMatter, inherited, main.Source.ProjectPath, diagnostics);
        }

        var parts = new PromptParts(
            prompt.Text,
            linked.Names,
            frontMatter,
            schemas,
            prompt.Template,
            links,
            LibraryFor(linked),
            prompt.Source.Project.SchemasClass
        );
        var bound = PromptBinder.Bind(parts, diagnostics);
        return bound with { IsBroken = bound.IsBroken || schemasBag.HasErrors };
    }

    private static PartialLibrary LibraryFor(LinkedPrompt linked, params IEnumerable<PartialFile> self) =>
        new(
            self.Concat(linked.Partials.Where(partial => partial.Source.Path != linked.Prompt.Source.Path).Select(PartialOf)),
            linked.Links.PartialNames,
            new LinkedSchemas(linked.Links),
            linked.Links.Schemas,
            linked.Prompt.Source.Project.SchemasClass
        );

    private static PartialFile PartialOf(ParsedPrompt prompt) =>
        new()
        {
            Name = PartialNames.NameOf(prompt.Names),
            FileName = prompt.Source.ProjectPath,
            Text = prompt.Text,
            FrontMatter = prompt.FrontMatter,
            Template = prompt.Template,
            Diagnostics = prompt.Diagnostics,
        };

    private static CompiledPrompt WithoutCode(LinkedPrompt linked, DiagnosticBag diagnostics) =>
        new(linked.Names.HintName, Code: null, default, diagnostics.ToArray().Rate(linked.Prompt.Source.Severities));
}
