namespace PromptKit.Generators.Tests.Snapshots;

/// <summary>The code that users see when they step into a prompt. Each of these also compiled, without a warning.</summary>
public sealed class GeneratedCodeSnapshots
{
    [Fact]
    public Task TextAlone() => Snapshot.Verify(TestProject.With("prompts/help.prompt", PromptTexts.Minimal).Run().SingleCode);

    [Fact]
    public Task InputWithIndentAndWhitespaceControl() =>
        Snapshot.Verify(TestProject.With("prompts/greeting.prompt", PromptTexts.Greeting).Run().SingleCode);

    [Fact]
    public Task EverythingInAFolder() =>
        Snapshot.Verify(TestProject.With("prompts/support/triage_agent.prompt", PromptTexts.Full).Run().SingleCode);

    [Fact]
    public Task WithoutNamespace() =>
        Snapshot.Verify(TestProject.With("help.prompt", PromptTexts.Minimal).WithProperty("RootNamespace", "").Run().SingleCode);

    [Fact]
    public Task WithErrors() => Snapshot.Verify(TestProject.With("help.prompt", PromptTexts.Broken).Run("PK1020").SingleCode);

    [Fact]
    public Task TextThatLooksLikeCode() =>
        Snapshot.Verify(
            TestProject
                .With(
                    "odd \u2028 #line 1.prompt",
                    "Write \"\"\" and */ and \\ and \u202e and 🎉\n#line 1 \"x\"\n#error no\n}} ; {%{ {{ x }} }%}\n".Replace(
                        "}} ;",
                        "} ;",
                        StringComparison.Ordinal
                    )
                )
                .Run()
                .SingleCode
        );

    [Fact]
    public Task LoopsChoicesAndPartials() =>
        Snapshot.Verify(
            TestProject
                .With("prompts/orders.prompt", PromptTexts.Orders)
                .Add("prompts/_tone.prompt", "Be kind to {{ name }}.\n")
                .Run()
                .SingleCode
        );

    [Fact]
    public Task Functions() => Snapshot.Verify(TestProject.With("prompts/functions.prompt", PromptTexts.Functions).Run().SingleCode);
}
