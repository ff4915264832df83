using PromptKit.Benchmarks.Stores.Costs;
using PromptKit.Stores.Tests.Faults;

namespace PromptKit.Stores.Tests;

/// <summary>What a turn hands to an engine does not depend on the history. How long it takes is what the benchmarks measure.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("sqlite", 12)]
    [InlineData("postgresql", 1)]
    [InlineData("redis", 2)]
    public async Task CommandsAndBytesOfATurn_AreFlat(string engine, int mostCommands)
    {
        using var place = StorePlace.New(engine);
        var connection = engine == "sqlite" ? place.Connection["Data Source=".Length..] : place.Connection;
        await using var metered = MeteredStore.Open(engine, connection, place.Space);
        var early = await TurnCost.MeasureAsync(metered, 10);
        var late = await TurnCost.MeasureAsync(metered, 10_000);

        Assert.InRange(early.Commands, 1, mostCommands);
        Assert.Equal(early.Commands, late.Commands, tolerance: 0.1);
        Assert.InRange(late.Bytes, 1000, early.Bytes * 1.1);
    }
}
