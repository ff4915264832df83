namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// What compiles renders as Scriban's interpreter does, to the character. <c>PROMPTKIT_TEST_SCALE=40</c> compares 2,000 templates with 10
/// inputs each, 2,100 renders 1,000,000 pairs.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatCompilesRendersAsScribanDoes() =>
        DifferenceRun.Compare(nameof(WhatCompilesRendersAsScribanDoes), RandomTemplate.Next, output);
}
