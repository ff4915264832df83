using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>The C# of any file compiles, without a warning. <c>PROMPTKIT_TEST_SCALE=40</c> compiles 5,000 files.</summary>
public sealed class CompiledFuzzTests(ITestOutputHelper output)
{
    private const int Batch = 125;

    [Fact]
    public void TheCodeOfAnyFileCompiles()
    {
        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}, {Batch * TestSeed.Scale} files");
        var inputs = new FuzzInputs(TestSeed.For(nameof(TheCodeOfAnyFileCompiles)));
        for (var i = 0; i < TestSeed.Scale; i++)
        {
            // A namespace each, so that files of one name do not clash.
            var sources = Enumerable
                .Range(0, Batch)
                .Select(index => inputs.Next() with { Project = new ProjectSettings($"F{index}") })
                .ToList();
            var complaints = TestCompilation.Complaints(TestCompilation.Of(sources.SelectMany(CodeOf))).ToList();
            Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(5).Select(complaint => Describe(complaint, sources))));
        }
    }

    private static IEnumerable<string> CodeOf(PromptSource source)
    {
        var project = ProjectCompiler.Compile(source.Project, [source], []);
        return project.Prompts.Select(prompt => prompt.Code).OfType<string>().Concat(project.Common.Select(file => file.Code));
    }

    // A complaint shows a line of the code, which names the namespace in most cases.
    private static string Describe(string complaint, List<PromptSource> sources)
    {
        var source = sources.Find(source => complaint.Contains($"global::{source.Project.Namespace}.", StringComparison.Ordinal));
        return source is null ? complaint : $"{complaint}\n{JsonText.Quote(source.ProjectPath)} {JsonText.Quote(source.Content)}";
    }
}
