namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Whatever the compiler says of a case, the code it gives compiles, without a warning.</summary>
public sealed class GoldenCodeTests
{
    public static TheoryData<string> Projects => [.. GoldenCase.All().Where(golden => golden.IsProject).Select(golden => golden.Name)];

    [Fact]
    public void TheCodeOfEveryPromptCompiles()
    {
        var sources = GoldenCase.SinglePrompts().SelectMany((golden, index) => CodeOf(golden, new ProjectSettings($"Case{index}")));
        var complaints = TestCompilation.Complaints(TestCompilation.Of(sources)).ToList();

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void TheCodeOfEveryProjectCompiles(string name)
    {
        var complaints = TestCompilation.Complaints(TestCompilation.Of(CodeOf(new GoldenCase(name), new ProjectSettings("App")))).ToList();

        Assert.True(complaints.Count == 0, $"{name}: {string.Join('\n', complaints)}");
    }

    private static IEnumerable<string> CodeOf(GoldenCase golden, ProjectSettings settings)
    {
        var project = TestCompiler.CompileProject(golden.Files(), settings);
        return project.Prompts.Select(prompt => prompt.Code).OfType<string>().Concat(project.Common.Select(file => file.Code));
    }
}
