using PromptKit.Compiler;

namespace PromptKit.Architecture;

public sealed class CompilerLayerTests
{
    public static TheoryData<string> Layers => [.. CompilerLayers.All.Select(layer => layer.Namespace)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void AStageUsesOnlyWhatTheTableAllows(string name)
    {
        var layer = CompilerLayers.All.Single(layer => layer.Namespace == name);

        Assert.NotEmpty(CompilerLayers.Types.That().ResideInNamespace(name).GetTypes());
        Assert.Empty(CompilerLayers.Violations(layer));
    }

    [Fact]
    public void EveryNamespaceOfTheCompilerIsInTheTable()
    {
        var listed = CompilerLayers.All.Select(layer => layer.Namespace).Where(name => name != CompilerLayers.Root).ToList();
        var used = typeof(PromptCompiler)
            .Assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith(CompilerLayers.Root + ".", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

        Assert.All(used, name => Assert.Contains(listed, layer => name == layer || name.StartsWith(layer + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void ANamespaceIsAFolder() =>
        Assert.All(
            SourceFiles.In("generators", "PromptKit.Compiler"),
            file => Assert.Equal(ExpectedNamespace(file.RelativePath), file.Namespace)
        );

    // Uses that are there and allowed, forbidden for once: if one is not seen, the table checks nothing.
    [Theory]
    [InlineData("Binding", "PromptKit.Compiler.Schema")]
    [InlineData("Binding", "PromptKit.Compiler.Text.TextRange")]
    [InlineData("FrontMatter", "YamlDotNet")]
    [InlineData("Templates", "Scriban")]
    [InlineData("Emission", "PromptKit.Compiler.Binding.Model")]
    public void AUseIsSeen(string stage, string used) =>
        Assert.NotEmpty(CompilerLayers.Violations(new Layer($"{CompilerLayers.Root}.{stage}", used)));

    private static string ExpectedNamespace(string relativePath) =>
        string.Join(
            '.',
            Path.GetDirectoryName(relativePath)!.Replace('\\', '/').Split('/').Where(segment => segment is not ("" or "generators"))
        );
}
