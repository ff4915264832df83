using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>
/// Whatever the compiler says of a case, the code it gives compiles, without a warning. That of a prompt with errors is compiled with a caller,
/// by <see cref="CallerTests"/>.
/// </summary>
public sealed class GoldenCodeTests
{
    public static TheoryData<string> Projects =>
        [.. GoldenCase.Sample(GoldenCase.All().Where(golden => golden.IsProject)).Select(golden => golden.Name)];

    [Fact]
    public void TheCodeOfEveryPromptCompiles()
    {
        var sources = GoldenCase
            .Sample(GoldenCase.SinglePrompts())
            .Select((golden, index) => TestCompiler.CompileProject(golden.Files(), new ProjectSettings($"Case{index}")))
            .Where(project => !HasErrors(project))
            .SelectMany(CodeOf);
        var complaints = TestCompilation.Complaints(TestCompilation.Of(sources)).ToList();

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void TheCodeOfEveryProjectCompiles(string name)
    {
        var project = TestCompiler.CompileProject(new GoldenCase(name).Files(), new ProjectSettings("App"));
        var complaints = TestCompilation.Complaints(TestCompilation.Of(CodeOf(project))).ToList();

        Assert.True(complaints.Count == 0, $"{name}: {string.Join('\n', complaints)}");
    }

    private static bool HasErrors(CompiledProject project) =>
        project.Prompts.SelectMany(prompt => prompt.Diagnostics).Any(diagnostic => diagnostic.Severity == Severity.Error);

    private static IEnumerable<string> CodeOf(CompiledProject project) =>
        project.Prompts.Select(prompt => prompt.Code).OfType<string>().Concat(project.Common.Select(file => file.Code));
}
