namespace PromptKit.Stores.Tests.Faults;

/// <summary>A process is killed at random moments, again and again, and what it had said was written is there.</summary>
public abstract class KillTests(string engine)
{
    private const int MostKills = 100;

    private static readonly int Kills = Math.Clamp(TestScale.Value * 5 / 2, 3, MostKills);

    [Fact]
    public async Task WhatWasAcknowledgedBeforeAKill_IsThere_Whole_AndInOrder()
    {
        using var place = StorePlace.New(engine);
        var seed = TestScale.Seed ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, seed {seed}");
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            List<string> said = [];
            using (var worker = WorkerProcess.Start(place, "session", "main", "turn", first: -1, int.MaxValue))
            {
                for (var lines = random.Next(1, 12); lines > 0; lines--)
                {
                    var line = await worker.ReadLineAsync();
                    if (line is null)
                    {
                        Assert.Fail($"seed {seed}: {await worker.ErrorsAsync()}");
                    }

                    said.Add(line);
                }

                // At the moment of a line, where what is said too early is found out, and at any other.
                Thread.SpinWait(random.Next(2) * random.Next(200_000));
                said.AddRange(await worker.KillAsync());
            }

            var history = await History.ReadAsync(place, "session", "main");
            history.ExpectWholeTurns();
            var done = history.Done();
            Assert.Subset(done.ToHashSet(), TextsOf("done ", said));
            Assert.Subset(history.RoundsDone().ToHashSet(), TextsOf("round ", said));

            // Each turn once and in order. One that was interrupted in its second half is finished by the next process.
            Assert.Equal(Enumerable.Range(0, done.Count).Select(number => $"turn {number}"), done);
        }

        using var last = WorkerProcess.Start(place, "session", "main", "turn", first: -1, 4);
        Assert.Contains(await last.ReadToEndAsync(), line => line.StartsWith("done ", StringComparison.Ordinal));
        var end = await History.ReadAsync(place, "session", "main");
        end.ExpectWholeTurns();
        Assert.Equal(Enumerable.Range(0, end.Done().Count).Select(number => $"turn {number}"), end.Done());
        Assert.Equal(ChatStatus.Ready, end.Status);
    }

    private static HashSet<string> TextsOf(string what, IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith(what, StringComparison.Ordinal)).Select(line => line[what.Length..])];
}
