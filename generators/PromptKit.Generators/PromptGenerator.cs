using Microsoft.CodeAnalysis;
using PromptKit.Compiler;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;
using PromptKit.Generators.Tools;

namespace PromptKit.Generators;

/// <summary>Compiles the project's <c>.prompt</c> files. Everything it knows is in PromptKit.Compiler; here is only the pipeline.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PromptGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the project says of all prompts
        var project = context
            .AnalyzerConfigOptionsProvider.Select(PromptReader.ReadProject)
            .WithTrackingName(PromptGeneratorSteps.ReadProject);

        ReportWrongSettings(context);

        // Every .prompt file, parsed alone
        var parsed = Files(context, PromptReader.IsPrompt)
            .WithTrackingName(PromptGeneratorSteps.ReadSource)
            .Select(static (source, _) => PromptParser.Parse(source))
            .WithTrackingName(PromptGeneratorSteps.Parse);

        // The schemas that prompts use by name
        var schemas = Files(context, PromptReader.IsSchemaFile)
            .Collect()
            .Select(PromptPipeline.ReadSchemas)
            .WithTrackingName(PromptGeneratorSteps.ReadSchemas);

        // All names of the project: what they clash with, what variants they have
        var catalog = parsed
            .Select(static (prompt, _) => PromptLinker.Outline(prompt))
            .Collect()
            .Combine(project)
            .Select(PromptPipeline.MakeCatalog)
            .WithTrackingName(PromptGeneratorSteps.MakeCatalog);
        var mains = parsed.Collect().Select(PromptPipeline.MainsOfVariants).WithTrackingName(PromptGeneratorSteps.FindMains);

        // The partials, and which of them anyone includes
        var partials = FindPartials(parsed, catalog);

        // Of the project's own C#, nothing but the names that it has and prompts want, and its tools
        var taken = FindTakenNames(context, catalog);
        var tools = ToolPipeline.Register(context, project, parsed);

        // Each prompt with what it needs of other files, and nothing more; then C# and diagnostics out
        var prompts = parsed
            .Combine(catalog)
            .Combine(schemas)
            .Combine(mains)
            .Combine(partials)
            .Combine(taken)
            .Combine(tools)
            .Select(PromptPipeline.Link)
            .WithTrackingName(PromptGeneratorSteps.Link)
            .Select(static (prompt, _) => PromptCompiler.Compile(prompt))
            .WithTrackingName(PromptGeneratorSteps.Compile);

        RegisterPrompts(context, prompts);

        // What the class Prompts says of all prompts together, and the types of the schemas
        EmitCommon(context, prompts, catalog, schemas);

        ReportSchemas(context, schemas, parsed);
    }

    // Two branches, so that neither disturbs the other: a moved mistake re-emits nothing.
    private static void RegisterPrompts(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CompiledPrompt> prompts
    )
    {
        var diagnostics = prompts.SelectMany(PromptPipeline.Diagnostics).WithTrackingName(PromptGeneratorSteps.ReportDiagnostics);
        context.RegisterSourceOutput(diagnostics, PromptOutput.Report);

        var code = prompts.Select(PromptPipeline.CodeOnly).WithTrackingName(PromptGeneratorSteps.EmitCode);
        context.RegisterSourceOutput(code, PromptOutput.Emit);
    }

    private static void ReportWrongSettings(IncrementalGeneratorInitializationContext context)
    {
        var settings = context
            .AnalyzerConfigOptionsProvider.SelectMany(PromptPipeline.CheckSettings)
            .WithTrackingName(PromptGeneratorSteps.CheckSettings);
        context.RegisterSourceOutput(settings, PromptOutput.Report);
    }

    private static IncrementalValueProvider<(EquatableArray<ParsedPrompt> All, IncludedPartials Included)> FindPartials(
        IncrementalValuesProvider<ParsedPrompt> parsed,
        IncrementalValueProvider<PromptCatalog> catalog
    )
    {
        var included = parsed
            .Select(PromptPipeline.IncludesOf)
            .WithTrackingName(PromptGeneratorSteps.FindIncludes)
            .Collect()
            .Combine(catalog)
            .Select(PromptPipeline.FindIncluded)
            .WithTrackingName(PromptGeneratorSteps.FindIncluded);
        return parsed.Collect().Select(PromptPipeline.PartialsOf).WithTrackingName(PromptGeneratorSteps.FindPartials).Combine(included);
    }

    private static IncrementalValueProvider<EquatableArray<TakenName>> FindTakenNames(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<PromptCatalog> catalog
    )
    {
        var taken = context
            .CompilationProvider.Combine(catalog)
            .Select(ProjectTypes.FindTaken)
            .WithTrackingName(PromptGeneratorSteps.FindTakenNames);
        var clashes = catalog.Combine(taken).SelectMany(PromptPipeline.CheckClass).WithTrackingName(PromptGeneratorSteps.CheckClass);
        context.RegisterSourceOutput(clashes, PromptOutput.Report);
        return taken;
    }

    private static void EmitCommon(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CompiledPrompt> prompts,
        IncrementalValueProvider<PromptCatalog> catalog,
        IncrementalValueProvider<SchemaFile> schemas
    )
    {
        var jsonTypes = prompts.Select(static (prompt, _) => prompt.JsonTypes).Collect();
        var common = catalog
            .Combine(schemas)
            .Combine(jsonTypes)
            .Select(PromptPipeline.CompileCatalog)
            .WithTrackingName(PromptGeneratorSteps.CompileCatalog);
        context.RegisterSourceOutput(common, PromptOutput.EmitAll);
    }

    private static void ReportSchemas(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<SchemaFile> schemas,
        IncrementalValuesProvider<ParsedPrompt> parsed
    )
    {
        var schemaDiagnostics = schemas
            .Combine(parsed.Select(PromptPipeline.UsedSchemas).Collect())
            .SelectMany(PromptPipeline.SchemaDiagnostics)
            .WithTrackingName(PromptGeneratorSteps.ReportSchemaDiagnostics);
        context.RegisterSourceOutput(schemaDiagnostics, PromptOutput.Report);
    }

    private static IncrementalValuesProvider<PromptSource> Files(
        IncrementalGeneratorInitializationContext context,
        Func<AdditionalText, bool> isWanted
    ) => context.AdditionalTextsProvider.Where(isWanted).Combine(context.AnalyzerConfigOptionsProvider).Select(PromptReader.ReadFile);
}
