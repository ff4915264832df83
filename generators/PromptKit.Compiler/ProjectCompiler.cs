using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Compiles all prompts of a project at once: what the generator does step by step, for a command line and for tests.</summary>
internal static class ProjectCompiler
{
    public static CompiledProject Compile(
        ProjectSettings project,
        IEnumerable<PromptSource> prompts,
        IEnumerable<PromptSource> schemaFiles,
        ToolCatalog? tools = null
    )
    {
        var parsed = prompts.Select(PromptParser.Parse).ToEquatableArray();
        var schemas = SchemaCompiler.Read(schemaFiles);
        var catalog = PromptCatalog.Of(project, [.. parsed.Select(PromptLinker.Outline)]);
        var mains = PromptLinker.MainsOfVariants(parsed);
        var partials = PartialLinker.PartialsOf(parsed);
        var included = PartialLinker.FindIncluded([.. parsed.Select(PartialLinker.IncludesOf)], catalog);
        var compiled = parsed
            .Select(prompt =>
                PromptCompiler.Compile(
                    PromptLinker.Link(prompt, catalog, schemas, mains, partials, included, taken: default, tools ?? ToolCatalog.Empty)
                )
            )
            .ToEquatableArray();
        return new CompiledProject(
            compiled,
            CatalogCompiler.Compile(catalog, schemas, compiled.SelectMany(prompt => prompt.JsonTypes)),
            SchemaCompiler.Diagnostics(schemas, parsed.SelectMany(PromptLinker.UsedSchemas)).ToEquatableArray()
        );
    }
}
