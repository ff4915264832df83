namespace PromptKit.Architecture;

/// <summary>What STYLE says of files and no analyzer checks.</summary>
public sealed class SourceFileTests
{
    private const int MostLines = 400;

    [Fact]
    public void AFileIsShort() =>
        Assert.Empty(
            SourceFiles.All().Where(file => file.Lines >= MostLines).Select(file => $"{file.RelativePath} has {file.Lines} lines")
        );

    [Fact]
    public void AFileHoldsOneType() =>
        Assert.Empty(
            SourceFiles
                .All()
                .Where(file => file.TopLevelTypes.Count > 1)
                .Select(file => $"{file.RelativePath} holds {string.Join(", ", file.TopLevelTypes)}")
        );

    [Fact]
    public void TheSourcesAreFound() =>
        Assert.Contains(SourceFiles.All(), file => file.RelativePath.EndsWith("/PromptCompiler.cs", StringComparison.Ordinal));

    [Fact]
    public void AViolationIsSeen()
    {
        var file = new SourceFile(
            "x.cs",
            "namespace N;\n\nclass A\n{\n    class Inner;\n}\n\nrecord B;\n\ndelegate void C();\n\nenum D { E }\n"
        );

        Assert.Equal(["A", "B", "C", "D"], file.TopLevelTypes);
        Assert.Equal(12, file.Lines);
    }
}
