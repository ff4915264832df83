using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>The C# of any file compiles, without a warning. <c>PROMPTKIT_TEST_SCALE=13</c> compiles 5,000 files.</summary>
public sealed class CompiledFuzzTests(ITestOutputHelper output)
{
    private const int Batch = 200;
    private const int Batches = 2;

    [Fact]
    public void TheCodeOfAnyFileCompiles()
    {
        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}, {Batch * Batches * TestSeed.Scale} files");
        var inputs = new FuzzInputs(TestSeed.For(nameof(TheCodeOfAnyFileCompiles)));
        for (var i = 0; i < Batches * TestSeed.Scale; i++)
        {
            // A namespace each, so that files of one name do not clash.
            var sources = Enumerable
                .Range(0, Batch)
                .Select(index => inputs.Next() with { Project = new ProjectSettings($"F{index}") })
                .ToList();
            var code = sources.Select(source => PromptCompiler.Compile(source).Code!).ToList();
            Assert.Empty(TestCompilation.Complaints(TestCompilation.Of(code)).Select(complaint => Describe(complaint, sources)));
        }
    }

    // A complaint names Source7.cs or, under #line, the prompt's own path.
    private static string Describe(string complaint, List<PromptSource> sources)
    {
        var index = sources.FindIndex(source => complaint.StartsWith($"/app/Source{sources.IndexOf(source)}.cs", StringComparison.Ordinal));
        return index < 0
            ? complaint
            : $"{complaint}\n{JsonText.Quote(sources[index].ProjectPath)} {JsonText.Quote(sources[index].Content)}";
    }
}
