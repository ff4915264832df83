using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>
/// Many tasks on few sessions and threads, one manager or two over one store, failures everywhere; then the store is compared with what was
/// acknowledged. With one manager nobody else writes: then no round may be dropped either. PROMPTKIT_TEST_SCALE=20 takes 20,000 turns; PROMPTKIT_TEST_SEED repeats the choices of a run, though not its timing.
/// </summary>
public class RandomisedTests(ITestOutputHelper output)
{
    private const int TurnsInABatch = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhateverHappens_NothingIsLostDuplicatedReorderedOrHalfStored(int managers)
    {
        var scale = int.Parse(Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SCALE") ?? "1", CultureInfo.InvariantCulture);
        var seed = int.Parse(
            Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SEED") ?? $"{Random.Shared.Next()}",
            CultureInfo.InvariantCulture
        );
        output.WriteLine($"PROMPTKIT_TEST_SEED={seed}");
        for (var batch = 0; batch < scale; batch++)
        {
            var world = new RandomisedWorld(unchecked(seed + batch), managers);
            await world.RunAsync(TurnsInABatch);
            await world.CheckAsync();
            output.WriteLine($"batch {batch}: {world}");
        }
    }
}
