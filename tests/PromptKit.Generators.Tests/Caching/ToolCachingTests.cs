using Microsoft.CodeAnalysis;
using PromptKit.Generators.Tests.Tools;

namespace PromptKit.Generators.Tests.Caching;

/// <summary>DESIGN §7: what an edit of a tool's method does to the prompts.</summary>
public sealed class ToolCachingTests
{
    private static readonly TestProject Project = TestProject
        .With("prompts/a.prompt", ToolTexts.Desk)
        .Add("prompts/b.prompt", PromptTexts.Minimal)
        .AddSource(ToolTexts.Lookup)
        .AddSource(ToolTexts.Refund);

    [Fact]
    public void EditingABody_RunsNoStepOfPromptsNorOfTools()
    {
        var run = new PipelineRun(Project).ReplaceCSharp(
            0,
            ToolTexts.Lookup.Replace("await Task.Yield();", "// Longer\nawait Task.Yield();\nawait Task.Yield();", StringComparison.Ordinal)
        );

        // Read again, because its symbols are new, and found to be the same.
        Assert.All(run.Reasons(PromptGeneratorSteps.ReadTool), reason => Assert.Matches(" (Cached|Unchanged)$", reason));
        AssertUntouched(run, [.. PipelineRun.PromptSteps, PromptGeneratorSteps.Link, PromptGeneratorSteps.CompileTool]);
        Assert.All(run.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void MovingAMethod_RunsNoStepOfPromptsNorOfTools()
    {
        var run = new PipelineRun(Project).ReplaceCSharp(0, "// A comment above all.\n" + ToolTexts.Lookup);

        Assert.Contains("ToolReading Modified", run.Reasons(PromptGeneratorSteps.ReadTool));
        AssertUntouched(run, [.. PipelineRun.PromptSteps, PromptGeneratorSteps.Link, PromptGeneratorSteps.CompileTool]);
        Assert.All(run.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void EditingAnotherFile_RunsNoStepOfPromptsNorOfTools()
    {
        var run = new PipelineRun(Project).EditCSharp("class D;");

        AssertUntouched(run, [.. PipelineRun.PromptSteps, PromptGeneratorSteps.Link, PromptGeneratorSteps.CompileTool]);
        Assert.All(run.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void EditingASignature_EmitsTheToolAndThePromptsThatUseIt()
    {
        var run = new PipelineRun(Project).ReplaceCSharp(
            0,
            ToolTexts.Lookup.Replace("int limit = 10", "int limit = 20", StringComparison.Ordinal)
        );

        Assert.Equal(["a Modified", "b Cached"], run.Reasons(PromptGeneratorSteps.Compile));
        Assert.Equal(["CompiledTool Cached", "CompiledTool Modified"], run.Reasons(PromptGeneratorSteps.CompileTool));
    }

    [Fact]
    public void EditingAPrompt_CompilesNoTool()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[0], ToolTexts.Desk + "More.\n");

        Assert.Equal(["a Modified", "b Cached"], run.Reasons(PromptGeneratorSteps.Compile));
        Assert.Equal(["CompiledTool Cached", "CompiledTool Cached"], run.Reasons(PromptGeneratorSteps.CompileTool));
    }

    private static void AssertUntouched(PipelineRun run, IEnumerable<string> steps)
    {
        foreach (var step in steps.Except([PromptGeneratorSteps.ReportDiagnostics]))
        {
            Assert.NotEmpty(run.Reasons(step));
            Assert.All(run.Reasons(step), reason => Assert.EndsWith(" Cached", reason, StringComparison.Ordinal));
        }
    }
}
