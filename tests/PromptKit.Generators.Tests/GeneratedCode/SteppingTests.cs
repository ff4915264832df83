using System.Reflection.Metadata;
using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Stepping through a render goes from tag to tag and from text to text: nothing else of the generated code is a step.</summary>
public sealed class SteppingTests
{
    private const string Head = "---\ninput:\n  schema:\n    n: integer\n    ns(array): integer\n---\n";

    // Lines of the body are counted from 7.
    [Theory]
    [InlineData("{{ if n > 1 }}\nA\n{{ else if n > 0 }}\nB\n{{ else }}\nC\n{{ end }}", "7:4 7:15 9:9 9:20 11:11")]
    [InlineData("{{ for x in ns }}\n- {{ x }}\n{{ end }}", "7:4 7:4 7:18 8:6 8:10")]
    [InlineData("{{ for x in ns }}{{ x }}{{ else }}\nnone\n{{ end }}", "7:4 7:4 7:21 7:35")]
    [InlineData("{{ for x in ns }}{{ break }}{{ end }}", "7:4 7:4 7:21")]
    [InlineData("{{ i = n }}\n{{ while i > 0 }}\n{{ i = i - 1 }}\n{{ end }}", "7:4 7:12 8:4 8:18 9:4 9:16 8:4")]
    [InlineData("{{ capture c }}\nA{{ n }}\n{{ end }}\n{{ c }}", "7:12 7:16 8:5 8:9 9:10 10:4")]
    [InlineData("{{ case n }}{{ when 1 }}A{{ when 2 }}B{{ end }}", "7:21 7:25 7:34 7:38")]
    [InlineData("A\n{{ x = 1\n y = 2\n x + y + n }}", "7:1 8:4 9:2 10:2")]
    public void EveryStepIsAPlaceInThePrompt(string body, string expected)
    {
        using var loaded = TestProject.With("prompts/ask.prompt", Head + body).Silence("PK3101", "PK4104").Run().Load();

        Assert.Equal(expected, string.Join(' ', Steps(loaded, "/app/prompts/ask.prompt").Select(step => $"{step.Line}:{step.Column}")));
    }

    /// <summary>Golden cases hold every construct there is.</summary>
    [Fact]
    public void NoStepLeavesTheFile()
    {
        var cases = GoldenCase.Sample(GoldenCase.SinglePrompts()).Select(Compile).ToList();
        using var loaded = LoadedAssembly.Load(TestCompilation.Of(cases.Select(one => one.Code).OfType<string>()));
        foreach (var (name, path, text, _) in cases.Where(one => one.Code is not null))
        {
            var lines = text.Split('\n');
            Assert.All(
                Steps(loaded, path),
                step => Assert.True(step.Line <= lines.Length && step.Column <= lines[step.Line - 1].Length + 1, $"{name}: {step}")
            );
        }
    }

    // Without code where there are errors: that renders nothing.
    private static (string Name, string Path, string Text, string? Code) Compile(GoldenCase golden, int index)
    {
        var (path, text) = ($"/app/{index}.prompt", golden.ReadPrompt().ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        var source = new PromptSource(path, golden.ProjectPath, text, new ProjectSettings($"Case{index}"));
        var compiled = PromptCompiler.Compile(source);
        var isRight = compiled.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
        return (golden.Name, path, text, isRight ? compiled.Code : null);
    }

    private static IEnumerable<(int Line, int Column)> Steps(LoadedAssembly loaded, string path)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(loaded.Symbols));
        var reader = provider.GetMetadataReader();
        return
        [
            .. reader
                .MethodDebugInformation.SelectMany(method => reader.GetMethodDebugInformation(method).GetSequencePoints())
                .Where(point => !point.IsHidden && reader.GetString(reader.GetDocument(point.Document).Name) == path)
                .Select(point => (point.StartLine, point.StartColumn)),
        ];
    }
}
