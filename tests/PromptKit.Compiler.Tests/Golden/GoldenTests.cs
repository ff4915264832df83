using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Golden;

/// <summary>
/// Compiles every case and compares all of what is said about it. <c>PROMPTKIT_UPDATE=1</c> rewrites the expected files: read the
/// difference before you commit it.
/// </summary>
public sealed class GoldenTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("PROMPTKIT_UPDATE") == "1";

    public static TheoryData<string> Names => [.. GoldenCase.All().Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachMistakeIsReportedAsExpected(string name)
    {
        var golden = new GoldenCase(name);
        var actual = golden.Lines();
        if (Update)
        {
            File.WriteAllText(golden.ExpectedFile, actual);
            return;
        }

        Assert.True(File.Exists(golden.ExpectedFile), $"{name}.expected is missing. PROMPTKIT_UPDATE=1 writes it.");
        Assert.Equal(File.ReadAllText(golden.ExpectedFile).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void EveryExpectedFileHasItsPrompt() => Assert.Empty(GoldenCase.Orphans());

    [Fact]
    public void OverAHundredAndFiftyCasesAreErrorsOfTemplatesTypesAndPartials()
    {
        var errors = GoldenCase.All().Count(golden => golden.Diagnostics().Any(IsOfATemplate));

        Assert.True(errors >= 150, $"{errors} cases have an error PK3xxx, PK4xxx or PK50xx.");
    }

    private static bool IsOfATemplate(PromptDiagnostic diagnostic) =>
        diagnostic is { Severity: Severity.Error, Rule.Id: { } id }
        && (
            id.StartsWith("PK3", StringComparison.Ordinal)
            || id.StartsWith("PK4", StringComparison.Ordinal)
            || id.StartsWith("PK50", StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryMessageEndsAsASentenceAndNamesNoPlaceholder(string name) =>
        Assert.All(
            new GoldenCase(name).Diagnostics(),
            diagnostic =>
            {
                Assert.DoesNotMatch(@"\{[0-9]+\}", diagnostic.Message);
                Assert.DoesNotContain("{{{{", diagnostic.Message, StringComparison.Ordinal);
                // Two full stops; between values they are a range.
                Assert.DoesNotMatch(@"(?<!\.)\.\.(\s|$)", diagnostic.Message);
            }
        );
}
