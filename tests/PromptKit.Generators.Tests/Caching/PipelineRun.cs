using Microsoft.CodeAnalysis;
using PromptKit.Compiler;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Generators.Tests.Caching;

/// <summary>A driver that runs again after each edit, and why each step ran.</summary>
internal sealed class PipelineRun
{
    private GeneratorDriver _driver;
    private Compilation _compilation;

    public PipelineRun(TestProject project)
    {
        _compilation = project.CreateCompilation();
        _driver = project.CreateDriver();
        Run();
    }

    public static IReadOnlyList<string> PromptSteps { get; } =
    [PromptGeneratorSteps.ReadSource, PromptGeneratorSteps.Compile, PromptGeneratorSteps.ReportDiagnostics, PromptGeneratorSteps.EmitCode];

    public static IReadOnlyList<string> ToolSteps { get; } =
    [
        PromptGeneratorSteps.ReadTool,
        PromptGeneratorSteps.TakeToolMethod,
        PromptGeneratorSteps.ChooseTools,
        PromptGeneratorSteps.CompileTool,
        PromptGeneratorSteps.FindReferencedTools,
        PromptGeneratorSteps.MakeToolCatalog,
        PromptGeneratorSteps.CheckTools,
    ];

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public PipelineRun EditCSharp(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(TestCompilation.Tree(source, $"/app/Edit{_compilation.SyntaxTrees.Count()}.cs"));
        return Run();
    }

    /// <summary>Replaces a source of the project.</summary>
    public PipelineRun ReplaceCSharp(int index, string source)
    {
        var before = _compilation.SyntaxTrees.ElementAt(index);
        _compilation = _compilation.ReplaceSyntaxTree(before, TestCompilation.Tree(source, before.FilePath));
        return Run();
    }

    public PipelineRun EditPrompt(InMemoryPrompt before, string content)
    {
        _driver = _driver.ReplaceAdditionalText(before, before.WithContent(content));
        return Run();
    }

    public PipelineRun AddPrompt(InMemoryPrompt prompt)
    {
        _driver = _driver.AddAdditionalTexts([prompt]);
        return Run();
    }

    public PipelineRun ReloadOptions(TestProject project)
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new InMemoryOptions(project.Properties));
        return Run();
    }

    /// <summary>Why each output of a step is what it is, by prompt: <c>a Modified</c>.</summary>
    public IReadOnlyList<string> Reasons(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs)
            ?
            [
                .. runs.SelectMany(run => run.Outputs)
                    .Select(output => $"{NameOf(output.Value)} {output.Reason}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Why each registered output (a file of C#, a diagnostic) was made.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private PipelineRun Run()
    {
        _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);
        Assert.Null(Result.Exception);
        return this;
    }

    private static string NameOf(object value) =>
        value switch
        {
            PromptSource source => Path.GetFileNameWithoutExtension(source.ProjectPath),
            CompiledPrompt prompt => prompt.HintName.Split('.')[1].ToLowerInvariant(),
            PromptDiagnostic diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Place.Path),
            _ => value.GetType().Name,
        };
}
