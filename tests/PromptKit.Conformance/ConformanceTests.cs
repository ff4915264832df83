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
        Assert.SkipWhen(result.Outcome == Outcome.NotCompiledYet, $"Not compiled yet: {result.Explanation}");
        output.WriteLine(result.Explanation);

        Assert.True(result.Outcome is Outcome.Passed or Outcome.Refused, result.Explanation);
    }

    [Fact]
    public void EveryCaseIsInTheReport()
    {
        Assert.SkipWhen(SpecFolder.Path is null, SpecFolder.Absent);

        var results = ConformanceRun.Results.Values.ToList();
        var report = ConformanceReport.Write(results);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "conformance.md"), report);
        output.WriteLine(report);
        Console.WriteLine(ConformanceReport.Table(results));
        TestContext.Current.AddAttachment("conformance.md", report);

        Assert.Equal(ConformanceRun.Cases.Count, results.Count);
        Assert.All(
            results.Where(result => result.Outcome != Outcome.Passed),
            result => Assert.Contains(result.Case.Name, report, StringComparison.Ordinal)
        );
    }
}
