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

    /// <remarks>Redis' list of sessions is another key: it is told before a creation and after everything that is written, unawaited.</remarks>
    [Theory]
    [InlineData("postgresql", 1, 1)]
    [InlineData("redis", 3, 2)]
    public async Task ACommit_IsOneRequest_WhateverIsInIt(string engine, int commandsOfACreation, int commandsOfACommit)
    {
        using var place = StorePlace.New(engine);
        await using var metered = MeteredStore.Open(engine, place.Connection, place.Space);
        await CountAsync(Commit("first") with { Creates = true }, CommitResult.Applied);
        await CountAsync(Commit("first", Thread("main", 0, 1)), CommitResult.Applied);

        var threads = Enumerable.Range(0, 30).Select(number => $"t{number}").ToArray();
        var creation = Commit("s", [.. threads.Select(name => Thread(name, 0, 3))]) with { Creates = true, State = new(0, new byte[9]) };
        Assert.Equal(commandsOfACreation, await CountAsync(creation, CommitResult.Applied));
        Assert.Equal(commandsOfACreation - (commandsOfACommit - 1), await CountAsync(creation, CommitResult.Repeated));
        var all = Commit("s", [.. threads.Select(name => Thread(name, 3, 40))]) with { State = new(1, new byte[1_000_000]) };
        Assert.Equal(commandsOfACommit, await CountAsync(all, CommitResult.Applied));
        var large = Commit("s", Thread("large", 0, 2, size: 8 * 1024 * 1024));
        Assert.Equal(commandsOfACommit, await CountAsync(large, CommitResult.Applied));
        var state = Commit("s") with { State = new(2, new byte[9]) };
        Assert.Equal(commandsOfACommit, await CountAsync(state, CommitResult.Applied));
        Assert.Equal(1, await CountAsync(Commit("s", Thread("t7", 3, 1)), CommitResult.ThreadConflict("t7", 43)));

        async Task<double> CountAsync(SessionCommit commit, CommitResult expected)
        {
            var before = metered.Total.Commands;
            Assert.Equal(expected, await metered.Store.CommitAsync(commit, TestContext.Current.CancellationToken));

            // One command more, which comes behind all that nobody has waited for.
            await metered.Store.FindTurnAsync("s", "main", "none", TestContext.Current.CancellationToken);
            return metered.Total.Commands - before - 1;
        }
    }

    private static SessionCommit Commit(string id, params ThreadCommit[] threads) =>
        new()
        {
            SessionId = id,
            Generation = "g",
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Threads = threads,
        };

    private static ThreadCommit Thread(string name, int length, int messages, int size = 300) =>
        new()
        {
            Thread = name,
            ExpectedLength = length,
            ExpectedRevision = length == 0 ? 0 : 1,
            Messages = [.. Enumerable.Range(0, messages).Select(_ => new ReadOnlyMemory<byte>(new byte[size]))],
            TurnId = $"turn {length}",
        };
}
