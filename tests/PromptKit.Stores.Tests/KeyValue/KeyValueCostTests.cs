using PromptKit.Testing;

namespace PromptKit.Stores.Tests.KeyValue;

public sealed class KeyValueCostTests
{
    private const int SegmentWidth = 32;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatATurnCosts_DoesNotDependOnTheHistory()
    {
        var values = new MemoryKeyValues();
        var store = new KeyValueSessionStore(values);
        await store.CommitAsync(Commit(0) with { Creates = true, Threads = [] }, Token);
        var turns = 0;
        var early = await CostAsync(from: SegmentWidth);
        var late = await CostAsync(from: 5000);

        Assert.InRange(late.Bytes, 0, early.Bytes * 1.3);
        Assert.InRange(late.Calls, 0, early.Calls * 1.3);

        // An average over whole segments: a commit that fills one costs more than the others.
        async Task<(double Calls, double Bytes)> CostAsync(int from)
        {
            while (turns < from)
            {
                await store.CommitAsync(Commit(turns++), Token);
            }

            var before = values.Cost;
            for (var measured = 0; measured < SegmentWidth; measured++)
            {
                Assert.Equal(CommitResult.Applied, await store.CommitAsync(Commit(turns++), Token));
            }

            return ((values.Cost.Calls - before.Calls) / (double)SegmentWidth, (values.Cost.Bytes - before.Bytes) / (double)SegmentWidth);
        }

        static SessionCommit Commit(int turn) =>
            new()
            {
                SessionId = "s",
                Generation = "g",
                CommitId = Guid.NewGuid().ToString("N"),
                FormatVersion = 1,
                Threads =
                [
                    new ThreadCommit
                    {
                        Thread = "main",
                        ExpectedLength = turn * 2,
                        ExpectedRevision = turn,
                        Messages = [new byte[300], new byte[300]],
                        Properties = new byte[100],
                    },
                ],
            };
    }

    [Fact]
    public async Task ADeletedSession_LeavesNoneOfItsMessages()
    {
        using var folder = new TemporaryFolder();
        using var writing = new SemaphoreSlim(1);
        var store = new KeyValueSessionStore(new FileKeyValues(folder.Path, writing));
        using var model = new ScriptedChatClient().Otherwise("a secret " + new string('x', 5000));
        var manager = new SessionManager(model, store);
        var chat = (await manager.CreateAsync("s", Token)).Chat();
        for (var turn = 0; turn < 40; turn++)
        {
            await chat.SendAsync("a secret", Token);
        }

        Assert.Contains(Files(), file => file.Contains("a secret", StringComparison.Ordinal));
        await manager.DeleteAsync("s", Token);
        Assert.DoesNotContain(Files(), file => file.Contains("a secret", StringComparison.Ordinal));

        IEnumerable<string> Files() =>
            Directory.EnumerateFiles(folder.Path, "*.value", SearchOption.AllDirectories).Select(File.ReadAllText);
    }
}
