using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>
/// Many tasks on few sessions and threads, one manager or two over one store, failures everywhere; then the store is compared with what was
/// acknowledged. With one manager nobody else writes: then no round may be dropped either. PROMPTKIT_TEST_TURNS says how many turns each
/// takes; PROMPTKIT_TEST_SEED repeats the choices of a run, though not its timing.
/// </summary>
public class RandomisedTests(ITestOutputHelper output)
{
    private const int TurnsInABatch = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhateverHappens_NothingIsLostDuplicatedReorderedOrHalfStored(int managers)
    {
        var turns = Number("PROMPTKIT_TEST_TURNS") ?? (Number("PROMPTKIT_TEST_SCALE") ?? 1) * TurnsInABatch;
        var seed = Number("PROMPTKIT_TEST_SEED") ?? Random.Shared.Next();
        output.WriteLine($"PROMPTKIT_TEST_SEED={seed}");
        for (var batch = 0; batch * TurnsInABatch < turns; batch++)
        {
            var world = new RandomisedWorld(unchecked(seed + batch), managers);
            await world.RunAsync(TurnsInABatch);
            await world.CheckAsync();
            output.WriteLine($"batch {batch}: {world}");
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
