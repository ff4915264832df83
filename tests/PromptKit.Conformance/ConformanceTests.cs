using PromptKit.Conformance.Reporting;
using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance;

/// <summary>The specification that dotprompt's implementations share, case by case.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Cases =>
        SpecFolder.Path is null
            ? [new TheoryDataRow<string>("no specification") { Skip = SpecFolder.Absent }]
            : ConformanceRun.Cases.Select(specCase => new TheoryDataRow<string>(specCase.Name)
            {
                TestDisplayName = specCase.Name,
                Label = "",
            });

    [Theory]
    [MemberData(nameof(Cases))]
    public void ACaseGivesWhatTheSpecificationExpectsOrTheErrorThatIsListedForIt(string name)
    {
        var result = ConformanceRun.Results[name];
        output.WriteLine(result.Explanation);

        Assert.SkipWhen(result.Outcome == Outcome.NotCompiledYet, $"Not compiled yet: {result.Explanation}");
        Assert.True(result.Outcome is Outcome.Passed or Outcome.Refused, result.Explanation);
    }

    [Fact]
    public void EveryCaseIsInTheReport()
    {
        Assert.SkipWhen(SpecFolder.Path is null, SpecFolder.Absent);

        var report = ConformanceReport.Write([.. ConformanceRun.Results.Values]);
        var file = Path.Combine(AppContext.BaseDirectory, "conformance.md");
        File.WriteAllText(file, report);
        output.WriteLine(report);
        TestContext.Current.AddAttachment("conformance.md", report);

        Assert.Equal(ConformanceRun.Cases.Count, ConformanceRun.Results.Count);
        Assert.All(
            ConformanceRun.Results.Values.Where(result => result.Outcome != Outcome.Passed),
            result => Assert.Contains(result.Case.Name, report, StringComparison.Ordinal)
        );
    }
}
