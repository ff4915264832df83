using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tests.Caching;

/// <summary>DESIGN §7: editing a partial emits only the prompts that use it.</summary>
public sealed class PartialCachingTests
{
    private static readonly TestProject Project = TestProject
        .With("prompts/_inner.prompt", "Be kind.")
        .Add("prompts/_tone.prompt", "{{ include \"inner\" }}")
        .Add("prompts/_other.prompt", "Be brief.")
        .Add("prompts/a.prompt", "A {{ include \"tone\" }}")
        .Add("prompts/a.formal.prompt", "A {{ include \"other\" }}")
        .Add("prompts/b.prompt", "B {{ include \"other\" }}")
        .Add("prompts/c.prompt", "C");

    [Fact]
    public void EditingAPartial_EmitsOnlyThePromptsThatUseIt()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[0], "Be very kind.");

        Assert.Equal(["a"], Emitted(run));
        Assert.Single(run.OutputReasons(), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void EditingAPartialOfSeveral_EmitsThemAlone()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[2], "Be very brief.");

        Assert.Equal(["aformal", "b"], Emitted(run));
    }

    [Fact]
    public void EditingAPromptThatIncludes_EmitsItAlone()
    {
        var run = new PipelineRun(Project).EditPrompt(Project.Prompts[5], "B {{ include \"other\" }} And more.");

        Assert.Equal(["b"], Emitted(run));
    }

    [Fact]
    public void APartialNearer_EmitsWhatItIsNearerTo()
    {
        var run = new PipelineRun(Project.Add("prompts/x/d.prompt", "D {{ include \"other\" }}")).AddPrompt(
            new InMemoryPrompt("prompts/x/_other.prompt", "Be long.")
        );

        Assert.Equal(["x"], Emitted(run));
    }

    [Fact]
    public void APartialThatIsUsedNowhere_EmitsNothing()
    {
        var run = new PipelineRun(Project).AddPrompt(new InMemoryPrompt("prompts/_new.prompt", "New."));

        Assert.Empty(Emitted(run));
        Assert.Equal(["_new New"], run.Reasons(PromptGeneratorSteps.ReportDiagnostics));
    }

    [Fact]
    public void EditingACSharpFile_LeavesPartialsCached()
    {
        var run = new PipelineRun(Project).EditCSharp("class D;");

        Assert.All(run.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static IEnumerable<string> Emitted(PipelineRun run) =>
        run.Reasons(PromptGeneratorSteps.EmitCode)
            .Select(reason => reason.Split(' '))
            .Where(reason => reason[1] is "Modified")
            .Select(reason => reason[0]);
}
