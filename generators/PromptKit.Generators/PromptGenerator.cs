using Microsoft.CodeAnalysis;
using PromptKit.Compiler;

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

        // Every .prompt file, its text and the path that names it
        var sources = context
            .AdditionalTextsProvider.Where(PromptReader.IsPrompt)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(PromptReader.ReadFile)
            .Combine(project)
            .Select(PromptReader.ReadSource)
            .WithTrackingName(PromptGeneratorSteps.ReadSource);

        // Text in, C# and diagnostics out
        var prompts = sources.Select(static (source, _) => PromptCompiler.Compile(source)).WithTrackingName(PromptGeneratorSteps.Compile);

        // Two branches, so that neither disturbs the other: a moved mistake re-emits nothing
        var diagnostics = prompts
            .SelectMany(static (prompt, _) => prompt.Diagnostics)
            .WithTrackingName(PromptGeneratorSteps.ReportDiagnostics);
        context.RegisterSourceOutput(diagnostics, PromptOutput.Report);

        var code = prompts
            .Select(static (prompt, _) => prompt with { Diagnostics = default })
            .WithTrackingName(PromptGeneratorSteps.EmitCode);
        context.RegisterSourceOutput(code, PromptOutput.Emit);
    }
}
