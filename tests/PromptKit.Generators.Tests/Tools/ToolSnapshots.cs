namespace PromptKit.Generators.Tests.Tools;

/// <summary>The code of tools that users see when they step into one. Each of these also compiled, without a warning.</summary>
public sealed class ToolSnapshots
{
    private const string Prefix = "Prompts.Tools.";

    private static readonly TestProject Project = TestProject
        .With("prompts/desk.prompt", ToolTexts.Desk)
        .AddSource(ToolTexts.Lookup)
        .AddSource(ToolTexts.Refund);

    [Fact]
    public Task StaticMethodWithTypesOfItsOwn() => Snapshot.Verify(Project.Run().Code[Prefix + "LookupOrder.g.cs"]);

    [Fact]
    public Task InstanceMethodThatNeedsApproval() => Snapshot.Verify(Project.Run().Code[Prefix + "Refund.g.cs"]);

    [Fact]
    public Task ToolWithErrors() =>
        Snapshot.Verify(
            new TestProject()
                .AddSource("static class T { [PromptKit.PromptTool] public static void Do(object anything) { } }")
                .Run("PK5101")
                .Code[Prefix + "Do.g.cs"]
        );
}
