namespace PromptKit.Conformance.ScribanPairs;

/// <summary>Scriban's own test files and the examples of its documentation: rendered to the character, or refused at the construct.</summary>
public sealed class ScribanPairTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Cases =>
        ScribanCases.All.Count == 0
            ? [new TheoryDataRow<string>("no pairs") { Skip = ScribanCases.Absent }]
            : ScribanCases.All.Select(one => new TheoryDataRow<string>(one.Name) { TestDisplayName = one.Name, Label = "" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatCompilesRendersAsScribanDoes_AndTheRestIsRefusedAtTheConstruct(string name)
    {
        var result = ScribanRun.Results[name];
        output.WriteLine($"{result.Outcome} {result.Reason}");

        Assert.NotEqual(ScribanOutcome.Wrong, result.Outcome);
    }

    [Fact]
    public void EveryPairIsInTheReport()
    {
        Assert.SkipWhen(ScribanCases.All.Count == 0, ScribanCases.Absent);

        var report = ScribanReport.Write([.. ScribanRun.Results.Values]);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "scriban-pairs.md"), report);
        Console.WriteLine(ScribanReport.Table([.. ScribanRun.Results.Values]));

        Assert.All(
            ScribanRun.Results.Values.Where(result => result.Outcome != ScribanOutcome.Rendered),
            result => Assert.Contains(result.Case.Name, report, StringComparison.Ordinal)
        );
    }
}
