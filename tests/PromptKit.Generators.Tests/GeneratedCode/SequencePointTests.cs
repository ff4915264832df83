using System.Reflection.Metadata;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Breakpoints and stack frames land in the <c>.prompt</c> file, on the tag.</summary>
public sealed class SequencePointTests
{
    private const string Content = "---\ninput:\n  schema:\n    name: string\n---\nHello {{ name }},\n  🎉 {{ name }}!\n";

    [Fact]
    public void EachStatementStandsAtItsTag()
    {
        using var loaded = TestProject.With("prompts/greet.prompt", Content).Run().Load();

        Assert.Equal(
            [(6, 1, 6, 7), (6, 10, 6, 14), (6, 17, 7, 6), (7, 9, 7, 13), (7, 16, 8, 2)],
            PointsIn(loaded, "/app/prompts/greet.prompt")
        );
    }

    [Fact]
    public void AByteOrderMarkAndCarriageReturnsMoveNoTag()
    {
        using var loaded = TestProject.With("prompts/greet.prompt", "\uFEFF" + Content.ReplaceLineEndings("\r\n")).Run().Load();

        Assert.Contains((6, 10, 6, 14), PointsIn(loaded, "/app/prompts/greet.prompt"));
    }

    [Fact]
    public void AStatementOfAPartialStandsAtItsTagThere()
    {
        using var loaded = TestProject
            .With("prompts/greet.prompt", Content + "{{ include \"bye\" }}")
            .Add("prompts/_bye.prompt", "\nBye {{ name }}.\n")
            .Run()
            .Load();

        Assert.Contains((2, 8, 2, 12), PointsIn(loaded, "/app/prompts/_bye.prompt"));
    }

    [Fact]
    public void APathThatADirectiveCannotHoldGivesNoPoint()
    {
        using var loaded = TestProject.With("prompts/gr\"eet.prompt", Content).Run().Load();

        Assert.Empty(PointsIn(loaded, "/app/prompts/gr\"eet.prompt"));
    }

    private static List<(int StartLine, int StartColumn, int EndLine, int EndColumn)> PointsIn(LoadedAssembly loaded, string path)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(loaded.Symbols));
        var reader = provider.GetMetadataReader();
        return
        [
            .. reader
                .MethodDebugInformation.SelectMany(method => reader.GetMethodDebugInformation(method).GetSequencePoints())
                .Where(point => !point.IsHidden && reader.GetString(reader.GetDocument(point.Document).Name) == path)
                .Select(point => (point.StartLine, point.StartColumn, point.EndLine, point.EndColumn)),
        ];
    }
}
