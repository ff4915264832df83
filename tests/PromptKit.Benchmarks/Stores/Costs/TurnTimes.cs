using System.Diagnostics;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>What turns took on histories of several lengths: one list of rounds a length.</summary>
internal sealed class TurnTimes
{
    private const int Window = 40;
    private const int Rounds = 16;

    private readonly List<TimeSpan>[] _times;

    private TurnTimes(int lengths) => _times = [.. Enumerable.Range(0, lengths).Select(_ => new List<TimeSpan>())];

    /// <summary>The median of a length.</summary>
    public TimeSpan Median(int length) => TimeSpan.FromTicks((long)MedianOf(_times[length].Select(time => (double)time.Ticks)));

    /// <summary>The median of a length's rounds over the same rounds of the first length.</summary>
    public double MedianRatio(int length) => MedianOf(_times[length].Zip(_times[0], (time, first) => time / first));

    /// <summary>Takes turns in rounds, one of each length, beginning with another length each round.</summary>
    public static async Task<TurnTimes> MeasureAsync(ISessionStore store, int[] lengths, int histories)
    {
        var times = new TurnTimes(lengths.Length);
        for (; histories > 0; histories--)
        {
            var sessions = await Task.WhenAll(lengths.Select(turns => OpenAsync(store, turns))).ConfigureAwait(false);
            for (var round = 0; round < Rounds; round++)
            {
                for (var next = 0; next < lengths.Length; next++)
                {
                    var which = (round + next) % lengths.Length;
                    var start = Stopwatch.GetTimestamp();
                    await sessions[which].Chat().SendAsync(OneAnswer.Question).ConfigureAwait(false);
                    times._times[which].Add(Stopwatch.GetElapsedTime(start));
                }
            }

            foreach (var session in sessions)
            {
                await store.DeleteAsync(session.Id).ConfigureAwait(false);
            }
        }

        return times;
    }

    // With its connections and statements prepared.
    private static async Task<Session> OpenAsync(ISessionStore store, int turns)
    {
        var id = $"{turns}-{Guid.NewGuid():N}";
        await StoredTurns.FillAsync(store, id, turns).ConfigureAwait(false);
        var options = new SessionManagerOptions { HistoryReducer = new CountingHistoryReducer(Window) };
        var session = await new SessionManager(new OneAnswer(), store, options).OpenAsync(id).ConfigureAwait(false);
        await session.Chat().SendAsync(OneAnswer.Question).ConfigureAwait(false);
        return session;
    }

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
