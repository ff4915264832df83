using System.Globalization;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary><c>-- store-costs</c>: prints what a turn hands to each engine. It counts, and needs no repetition.</summary>
internal static class CostTable
{
    /// <returns>Whether it was asked for.</returns>
    public static bool TryRun(string[] args)
    {
        if (args is not ["store-costs"])
        {
            return false;
        }

        RunAsync().GetAwaiter().GetResult();
        return true;
    }

    private static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("promptkit-benchmarks-").FullName;
        await Console
            .Out.WriteLineAsync("| store | turns before | commands a turn | bytes a turn |\n|---|---|---|---|")
            .ConfigureAwait(false);
        foreach (var engine in (string[])["sqlite", "postgresql", "redis"])
        {
            var metered = MeteredStore.Open(engine, StoreSubject.Connection(engine, folder), "benchmarks");
            await using (metered.ConfigureAwait(false))
            {
                foreach (var turns in (int[])[10, 1_000, 10_000])
                {
                    var cost = await TurnCost.MeasureAsync(metered, turns).ConfigureAwait(false);
                    var row = string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {engine} | {turns:N0} | {cost.Commands:0.00} | {cost.Bytes:0} |"
                    );
                    await Console.Out.WriteLineAsync(row).ConfigureAwait(false);
                }
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
