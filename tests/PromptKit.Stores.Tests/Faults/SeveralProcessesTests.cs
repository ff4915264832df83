namespace PromptKit.Stores.Tests.Faults;

/// <summary>Several processes talk in one session.</summary>
public sealed class SeveralProcessesTests
{
    private const int Turns = 20;

    [Theory]
    [InlineData("sqlite", 2)]
    [InlineData("sqlite", 4)]
    [InlineData("postgresql", 2)]
    [InlineData("postgresql", 4)]
    [InlineData("redis", 2)]
    [InlineData("redis", 4)]
    public async Task OnOneThread_ConflictsAreReported_AndNothingIsLostOrInterleaved(string engine, int processes)
    {
        using var place = StorePlace.New(engine);
        var said = await RunAsync(place, processes, _ => "main");

        var history = await History.ReadAsync(place, "session", "main");
        history.ExpectWholeTurns(mayLackAnswers: true);
        var all = said.SelectMany(lines => lines).ToArray();
        var acknowledged = all.Where(line => line.StartsWith("done ", StringComparison.Ordinal)).Select(line => line["done ".Length..]);
        Assert.Equal(processes * Turns, all.Count(line => !line.StartsWith("round ", StringComparison.Ordinal)));

        // A turn in conflict may have left its finished round of tools; its answer it did not.
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), history.Done().Order(StringComparer.Ordinal));
        foreach (var lines in said)
        {
            var own = lines
                .Where(line => line.StartsWith("done ", StringComparison.Ordinal))
                .Select(line => line["done ".Length..])
                .ToArray();
            Assert.Equal(own, history.Done().Where(own.Contains));
        }
    }

    /// <remarks>All of them change the session's state, with every round of tools: not one change may be lost.</remarks>
    [Theory]
    [InlineData("sqlite", 2)]
    [InlineData("sqlite", 4)]
    [InlineData("postgresql", 2)]
    [InlineData("postgresql", 4)]
    [InlineData("redis", 2)]
    [InlineData("redis", 4)]
    public async Task OnThreadsOfTheirOwn_TheyDoNotDisturbEachOther(string engine, int processes)
    {
        using var place = StorePlace.New(engine);
        var said = await RunAsync(place, processes, process => $"t{process}");

        Assert.DoesNotContain(said.SelectMany(lines => lines), line => line.StartsWith("conflict ", StringComparison.Ordinal));
        var rounds = 0;
        var stored = 0;
        for (var process = 0; process < processes; process++)
        {
            var history = await History.ReadAsync(place, "session", $"t{process}");
            Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"p{process} {number}"), history.Done());
            rounds += history.RoundsDone().Count;
            stored = history.Rounds;
        }

        Assert.Equal(rounds, stored);
    }

    /// <remarks>All of them make the tables and the session, if they are not there yet.</remarks>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task OnANewStore_AllFindTheSameSession(string engine)
    {
        using var place = StorePlace.New(engine);
        await StartAsync(place, 4, process => $"t{process}");

        for (var process = 0; process < 4; process++)
        {
            var history = await History.ReadAsync(place, "session", $"t{process}");
            Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"p{process} {number}"), history.Done());
        }
    }

    private static async Task<string[][]> RunAsync(StorePlace place, int processes, Func<int, string> thread)
    {
        // Created first: who opens and who creates is another question.
        await History.ReadAsync(place, "session", "main");
        return await StartAsync(place, processes, thread);
    }

    private static async Task<string[][]> StartAsync(StorePlace place, int processes, Func<int, string> thread)
    {
        var workers = Enumerable
            .Range(0, processes)
            .Select(process => WorkerProcess.Start(place, "session", thread(process), $"p{process}", 0, Turns))
            .ToArray();
        try
        {
            return await Task.WhenAll(workers.Select(worker => worker.ReadToEndAsync()));
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }
    }
}
