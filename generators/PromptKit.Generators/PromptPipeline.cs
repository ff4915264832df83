using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using PromptKit.Compiler;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators;

/// <summary>The pipeline's steps: each takes apart what Roslyn combined and calls the compiler.</summary>
internal static class PromptPipeline
{
    public static SchemaFile ReadSchemas(ImmutableArray<PromptSource> files, CancellationToken cancellationToken) =>
        SchemaCompiler.Read(files);

    public static PromptCatalog MakeCatalog(
        (ImmutableArray<PromptOutline> Outlines, ProjectSettings Project) item,
        CancellationToken cancellationToken
    ) => PromptCatalog.Of(item.Project, item.Outlines);

    public static IEnumerable<PromptDiagnostic> CheckSettings(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        SettingsReader.Check(PromptReader.ReadProperties(options));

    public static IEnumerable<PromptDiagnostic> CheckClass(
        (PromptCatalog Catalog, EquatableArray<TakenName> Taken) item,
        CancellationToken cancellationToken
    ) => ProjectNames.CheckClass(item.Catalog.Project, item.Taken);

    public static EquatableArray<ParsedPrompt> MainsOfVariants(ImmutableArray<ParsedPrompt> prompts, CancellationToken cancellationToken) =>
        PromptLinker.MainsOfVariants(prompts);

    public static EquatableArray<ParsedPrompt> PartialsOf(ImmutableArray<ParsedPrompt> prompts, CancellationToken cancellationToken) =>
        PartialLinker.PartialsOf(prompts);

    public static FileIncludes IncludesOf(ParsedPrompt prompt, CancellationToken cancellationToken) => PartialLinker.IncludesOf(prompt);

    public static IncludedPartials FindIncluded(
        (ImmutableArray<FileIncludes> Files, PromptCatalog Catalog) item,
        CancellationToken cancellationToken
    ) => PartialLinker.FindIncluded(item.Files, item.Catalog);

    public static LinkedPrompt Link(
        (
            (
                (
                    (((ParsedPrompt Prompt, PromptCatalog Catalog) Left, SchemaFile Schemas) Left, EquatableArray<ParsedPrompt> Mains) Left,
                    (EquatableArray<ParsedPrompt> All, IncludedPartials Included) Partials
                ) Left,
                EquatableArray<TakenName> Taken
            ) Left,
            ToolCatalog Tools
        ) item,
        CancellationToken cancellationToken
    )
    {
        var (((((file, schemas), mains), partials), taken), tools) = item;
        return PromptLinker.Link(file.Prompt, file.Catalog, schemas, mains, partials.All, partials.Included, taken, tools);
    }

    public static IEnumerable<PromptDiagnostic> Diagnostics(CompiledPrompt prompt, CancellationToken cancellationToken) =>
        prompt.Diagnostics;

    public static CompiledPrompt CodeOnly(CompiledPrompt prompt, CancellationToken cancellationToken) =>
        prompt with
        {
            Diagnostics = default,
        };

    public static EquatableArray<string> UsedSchemas(ParsedPrompt prompt, CancellationToken cancellationToken) =>
        PromptLinker.UsedSchemas(prompt).ToEquatableArray();

    public static EquatableArray<GeneratedFile> CompileCatalog(
        ((PromptCatalog Catalog, SchemaFile Schemas) Left, ImmutableArray<EquatableArray<string>> JsonTypes) item,
        CancellationToken cancellationToken
    ) => CatalogCompiler.Compile(item.Left.Catalog, item.Left.Schemas, item.JsonTypes.SelectMany(types => types));

    public static IEnumerable<PromptDiagnostic> SchemaDiagnostics(
        (SchemaFile Schemas, ImmutableArray<EquatableArray<string>> Used) item,
        CancellationToken cancellationToken
    ) => SchemaCompiler.Diagnostics(item.Schemas, item.Used.SelectMany(names => names));
}
