using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tests.Diagnostics;

/// <summary>How a mistake reaches the build's output and the editor.</summary>
public sealed class ReportedDiagnosticTests
{
    [Fact]
    public void AMistakeIsReportedAtItsPlaceInThePrompt()
    {
        var diagnostic = Assert.Single(TestProject.With("prompts/help.prompt", PromptTexts.Broken).Run("PK1020").Diagnostics);

        Assert.Equal("/app/prompts/help.prompt(2,1): error PK1020: Unknown key 'modle'. Did you mean 'model'?", diagnostic.ToString());
        Assert.Equal("modle", PromptTexts.Broken.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void AMistakeLinksToItsPage()
    {
        var diagnostic = Assert.Single(TestProject.With("help.prompt", PromptTexts.Broken).Run("PK1020").Diagnostics);

        Assert.EndsWith("/generators/diagnostics/PK1020.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal("PromptKit", diagnostic.Descriptor.Category);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.DefaultSeverity);
        Assert.Equal("Unknown key", diagnostic.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void OffsetsCountTheFileAsItIsOnDisk()
    {
        var content = "\uFEFF" + PromptTexts.Broken.ReplaceLineEndings("\r\n");
        var diagnostic = Assert.Single(TestProject.With("help.prompt", content).Run("PK1020").Diagnostics);

        Assert.Equal("modle", content.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void OnePromptWithErrorsLosesNoOther()
    {
        var run = TestProject.With("help.prompt", PromptTexts.Broken).Add("other.prompt", PromptTexts.Minimal).Run("PK1020");

        Assert.Equal(2, run.Code.Keys.Except(GeneratorRun.CommonFiles, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void FilesThatAreNoPromptsAreLeftAlone() => Assert.Empty(TestProject.With("help.txt", PromptTexts.Broken).Run().Code);
}
