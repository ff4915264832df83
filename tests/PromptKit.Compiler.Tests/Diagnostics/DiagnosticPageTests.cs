using System.Globalization;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Diagnostics;

/// <summary>Rules, pages, their list and the release files say the same.</summary>
public sealed class DiagnosticPageTests
{
    // Rules whose page has no example, each with the reason.
    private static readonly Dictionary<string, string> WithoutExample = new(StringComparer.Ordinal)
    {
        ["PK1013"] = "the example would be 256 KB",
        ["PK1014"] = "the example would be 1 MB",
        ["PK1045"] = "it needs types of the project",
        ["PK1046"] = "it needs MSBuild properties",
        ["PK3007"] = "the example would be 21 mistakes; the golden case has them",
        ["PK5021"] = "the example would be many files; the golden case has them",
        ["PK5101"] = "its place is in C#",
        ["PK5102"] = "its place is in C#",
        ["PK5103"] = "its place is in C#",
        ["PK5104"] = "its place is in C#",
        ["PK5105"] = "its place is in C#",
        ["PK5106"] = "its place is in C#",
        ["PK5107"] = "it needs two other projects",
        ["PK9000"] = "no file is known to give it",
    };

    // Rules that no golden case triggers, each with the reason.
    private static readonly Dictionary<string, string> WithoutCase = new(StringComparer.Ordinal)
    {
        ["PK1013"] = "LimitTests makes the file",
        ["PK1014"] = "LimitTests makes the file",
        ["PK1045"] = "it needs types of the project",
        ["PK1046"] = "it needs MSBuild properties",
        ["PK5101"] = "its place is in C#",
        ["PK5102"] = "its place is in C#",
        ["PK5103"] = "its place is in C#",
        ["PK5104"] = "its place is in C#",
        ["PK5105"] = "its place is in C#",
        ["PK5106"] = "its place is in C#",
        ["PK5107"] = "it needs two other projects",
        ["PK9000"] = "no file is known to give it",
    };

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void EveryIdIsGivenOnceAndNamesItsStage()
    {
        Assert.NotEmpty(RuleCatalogue.All);
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Matches("^PK[123459][0-9]{3}$", rule.Id));
    }

    [Fact]
    public void EveryMessageIsAFormatThatEndsAsASentence() =>
        Assert.All(
            RuleCatalogue.All,
            rule =>
            {
                var arguments = Enumerable.Range(0, 6).Select(i => (object)$"<{i}>").ToArray();
                Assert.Matches("(\\.|>)$", string.Format(CultureInfo.InvariantCulture, rule.Message, arguments));
                Assert.False(rule.Title.EndsWith('.'), rule.Title);
            }
        );

    [Fact]
    public void EveryRuleHasAPageAndEveryPageARule() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => rule.Id),
            Directory
                .EnumerateFiles(DiagnosticPage.Folder, "PK*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void APageIsHeadedByItsRule(string id) =>
        Assert.Equal($"# {id}: {RuleCatalogue.All.Single(rule => rule.Id == id).Title}", DiagnosticPage.Read(id).Heading);

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongExampleOfAPageGivesItsRuleAndTheRightOneNothing(string id)
    {
        var page = DiagnosticPage.Read(id);
        Assert.Equal(WithoutExample.ContainsKey(id), page.Wrong.Count == 0);
        Assert.All(Diagnostics(page.Wrong), diagnostic => Assert.Equal(id, diagnostic.Rule.Id));
        Assert.Equal(page.Wrong.Count > 0, Diagnostics(page.Wrong).Count > 0);
        Assert.Equal("(no diagnostics)\n", DiagnosticLines.Write(Diagnostics(page.Right)));
        Assert.True(page.Wrong.Count == 0 || page.Right.Count > 0, "A page that says what is wrong says what is right.");
    }

    [Fact]
    public void TheListOfPagesIsTheRules() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {SeverityOf(rule).ToLowerInvariant()} | {rule.Title} |"),
            File.ReadLines(Path.Combine(DiagnosticPage.Folder, "README.md"))
                .Where(line => line.StartsWith("| [PK", StringComparison.Ordinal))
        );

    [Fact]
    public void TheReleaseFilesAreTheRules() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Id} PromptKit {SeverityOf(rule)} {rule.Title}"),
            new[] { "Shipped", "Unshipped" }
                .SelectMany(name =>
                    File.ReadLines(RepositoryFolder.Path("generators", "PromptKit.Generators", $"AnalyzerReleases.{name}.md"))
                )
                .Where(line => line.StartsWith("PK", StringComparison.Ordinal))
                .Select(line => string.Join(' ', line.Split('|').Select(cell => cell.Trim())))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void EveryRuleHasAGoldenCase()
    {
        var covered = GoldenCase.All().SelectMany(golden => golden.Diagnostics()).Select(diagnostic => diagnostic.Rule.Id).ToHashSet();

        Assert.Equal(
            WithoutCase.Keys.Order(StringComparer.Ordinal),
            RuleCatalogue.All.Select(rule => rule.Id).Where(id => !covered.Contains(id))
        );
    }

    private static List<PromptDiagnostic> Diagnostics(IReadOnlyList<(string ProjectPath, string Content)> files)
    {
        var project = TestCompiler.CompileProject(files);
        return [.. project.Prompts.SelectMany(prompt => prompt.Diagnostics).Concat(project.SchemaDiagnostics)];
    }

    private static string SeverityOf(DiagnosticRule rule) => rule.Severity.ToString();
}
