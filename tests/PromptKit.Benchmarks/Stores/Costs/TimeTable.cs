using System.Globalization;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>
/// <c>-- store-times</c>: prints what a turn takes in each engine by the length of the history. What a disk needs for a flush changes from
/// second to second, by more than what is looked for: so turns of all lengths alternate, and each is compared with its neighbours.
/// </summary>
internal static class TimeTable
{
    /// <summary>Fresh histories a length: so that ten turns stay about ten.</summary>
    private const int Histories = 16;

    private static readonly int[] Lengths = [10, 1_000, 10_000];

    /// <returns>Whether it was asked for.</returns>
    public static bool TryRun(string[] args)
    {
        if (args is not ["store-times"])
        {
            return false;
        }

        RunAsync().GetAwaiter().GetResult();
        return true;
    }

    private static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("promptkit-benchmarks-").FullName;
        await Console.Out.WriteLineAsync("| store | turns before | median | beside 10 turns |\n|---|---|---|---|").ConfigureAwait(false);
        foreach (var engine in (string[])["sqlite", "postgresql", "redis"])
        {
            var store = StoreSubject.Open(engine, folder);
            await using (((IAsyncDisposable)store).ConfigureAwait(false))
            {
                await TurnTimes.MeasureAsync(store, Lengths, 1).ConfigureAwait(false);
                var times = await TurnTimes.MeasureAsync(store, Lengths, Histories).ConfigureAwait(false);
                foreach (var (index, turns) in Lengths.Index())
                {
                    var row = string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {engine} | {turns:N0} | {times.Median(index).TotalMicroseconds:0} µs | {times.MedianRatio(index):0.00} |"
                    );
                    await Console.Out.WriteLineAsync(row).ConfigureAwait(false);
                }
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
