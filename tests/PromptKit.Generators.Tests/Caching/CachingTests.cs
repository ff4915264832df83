using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tests.Caching;

/// <summary>DESIGN §7: an editor runs the generator at every key press, so what did not change is not done again.</summary>
public sealed class CachingTests
{
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;
    private const IncrementalStepRunReason Unchanged = IncrementalStepRunReason.Unchanged;

    private static readonly TestProject Project = TestProject
        .With("prompts/a.prompt", PromptTexts.Greeting)
        .Add("prompts/b.prompt", PromptTexts.Minimal)
        .Add("prompts/c.prompt", PromptTexts.Broken)
        .AddSource("class C;");

    [Fact]
    public void EditingACSharpFile_LeavesEveryPromptStepCached()
    {
        var run = new PipelineRun(Project).EditCSharp("class D;");

        foreach (var step in PipelineRun.PromptSteps)
        {
            Assert.NotEmpty(run.Reasons(step));
            Assert.All(run.Reasons(step), reason => Assert.Matches(" (Cached|Unchanged)$", reason));
        }

        Assert.All(run.OutputReasons(), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void EditingOnePrompt_EmitsItAlone()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[0], PromptTexts.Greeting + " And more.");

        Assert.Equal(["a Modified", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.Compile));
        Assert.Equal(["a Modified", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.EmitCode));
        Assert.Equal(["c Cached"], run.Reasons(PromptGeneratorSteps.ReportDiagnostics));
        Assert.Single(run.OutputReasons(), reason => reason == Modified);
    }

    [Fact]
    public void TheSameBytesAgain_AreUnchanged()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[0], PromptTexts.Greeting);

        Assert.Equal(["a Unchanged", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.ReadSource));
        Assert.Equal(["a Cached", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.Compile));
        Assert.All(run.OutputReasons(), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void LineEndsAlone_EmitNothingAgain()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[0], PromptTexts.Greeting.ReplaceLineEndings("\r\n"));

        Assert.Equal(["a Unchanged", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.Compile));
        Assert.Equal(["a Cached", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.EmitCode));
        Assert.All(run.OutputReasons(), reason => Assert.True(reason is Cached or Unchanged));
    }

    [Fact]
    public void AMistakeThatMoves_EmitsNothingAgain()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[2], "# A comment\n" + PromptTexts.Broken);

        Assert.Equal(["c Modified"], run.Reasons(PromptGeneratorSteps.ReportDiagnostics));
        Assert.Equal(["a Cached", "b Cached", "c Unchanged"], run.Reasons(PromptGeneratorSteps.EmitCode));
    }

    [Fact]
    public void AnotherPrompt_LeavesTheOthersCached()
    {
        var run = new PipelineRun(Project).AddPrompt(new InMemoryPrompt("prompts/d.prompt", PromptTexts.Minimal));

        Assert.Equal(["a Cached", "b Cached", "c Cached", "d New"], run.Reasons(PromptGeneratorSteps.EmitCode));
    }

    [Fact]
    public void OptionsReadAgain_WithTheSameValuesCompileNothing()
    {
        var run = new PipelineRun(Project).ReloadOptions(Project);

        Assert.Equal(["ProjectSettings Unchanged"], run.Reasons(PromptGeneratorSteps.ReadProject));
        Assert.Equal(["a Cached", "b Cached", "c Cached"], run.Reasons(PromptGeneratorSteps.Compile));
    }

    [Fact]
    public void AnotherNamespace_EmitsEveryPrompt()
    {
        var run = new PipelineRun(Project).ReloadOptions(Project.WithProperty("RootNamespace", "Other"));

        Assert.Equal(["a Modified", "b Modified", "c Modified"], run.Reasons(PromptGeneratorSteps.EmitCode));
    }

    [Fact]
    public void TwoRunsGiveTheSameOutput()
    {
        var (first, second) = (Project.Run("PK1020"), Project.Run("PK1020"));

        Assert.Equal(first.Code, second.Code);
        Assert.Equal(
            first.Diagnostics.Select(diagnostic => diagnostic.ToString()),
            second.Diagnostics.Select(diagnostic => diagnostic.ToString())
        );
    }

    [Fact]
    public void TheOrderOfTheFilesChangesNoOutput() =>
        Assert.Equal(
            Project.Run("PK1020").Code.OrderBy(file => file.Key, StringComparer.Ordinal),
            (Project with { Prompts = [.. Project.Prompts.Reverse()] }).Run("PK1020").Code.OrderBy(file => file.Key, StringComparer.Ordinal)
        );
}
