namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// Templates made of partials render as Scriban's interpreter renders them with a loader, to the character. The counts are those of
/// <see cref="DifferentialTests"/>.
/// </summary>
public sealed class RandomPartialTests(ITestOutputHelper output)
{
    [Fact]
    public void WhatIncludesRendersAsScribanDoes() =>
        DifferenceRun.Compare(
            nameof(WhatIncludesRendersAsScribanDoes),
            (random, prefix) => new RandomPartials(random, prefix).Next(),
            output
        );
}
