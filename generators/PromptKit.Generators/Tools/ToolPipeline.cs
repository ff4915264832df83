using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PromptKit.Compiler;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>The part of the pipeline that compiles <c>[PromptTool]</c> methods.</summary>
internal static class ToolPipeline
{
    /// <returns>The tools that prompts can name.</returns>
    public static IncrementalValueProvider<ToolCatalog> Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectSettings> project,
        IncrementalValuesProvider<ParsedPrompt> prompts
    )
    {
        // Every method with the attribute, read alone
        var readings = context
            .SyntaxProvider.ForAttributeWithMetadataName(KnownTypes.PromptTool, ToolReader.IsMethod, ToolReader.Read)
            .WithTrackingName(PromptGeneratorSteps.ReadTool);

        // What it says, without where: whoever edits its body moves everything below, and changes nothing here
        var methods = readings.Select(static (reading, _) => reading.Method).WithTrackingName(PromptGeneratorSteps.TakeToolMethod);
        var tools = methods
            .Collect()
            .SelectMany(static (methods, _) => ToolCompiler.Distinct(methods))
            .WithTrackingName(PromptGeneratorSteps.ChooseTools)
            .Combine(project)
            .Select(static (item, _) => ToolCompiler.Compile(item.Left, item.Right))
            .WithTrackingName(PromptGeneratorSteps.CompileTool);
        context.RegisterSourceOutput(tools, PromptOutput.EmitTool);

        // Seen beside each other and beside the prompts
        var used = prompts.Collect().Select(UsedTools).WithTrackingName(PromptGeneratorSteps.CollectUsedTools);
        var diagnostics = readings
            .Collect()
            .Combine(project)
            .Combine(used)
            .SelectMany(Check)
            .WithTrackingName(PromptGeneratorSteps.CheckTools);
        context.RegisterSourceOutput(diagnostics, PromptOutput.Report);

        var referenced = context
            .CompilationProvider.Select(ReferencedTools.Find)
            .WithTrackingName(PromptGeneratorSteps.FindReferencedTools);
        return tools
            .Select(static (tool, _) => tool.Outline)
            .Collect()
            .Combine(referenced)
            .Select(static (item, _) => ToolCatalog.Of(item.Left, item.Right))
            .WithTrackingName(PromptGeneratorSteps.MakeToolCatalog);
    }

    // Null when there are no prompts.
    private static EquatableArray<string>? UsedTools(ImmutableArray<ParsedPrompt> prompts, CancellationToken cancellationToken) =>
        prompts.Length == 0
            ? null
            : prompts
                .SelectMany(PromptLinker.NamedTools)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray();

    private static IEnumerable<PromptDiagnostic> Check(
        ((ImmutableArray<ToolReading> Readings, ProjectSettings Project) Left, EquatableArray<string>? Used) item,
        CancellationToken cancellationToken
    ) => ToolCompiler.Check(item.Left.Readings, item.Left.Project, item.Used);
}
