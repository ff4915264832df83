using System.Collections.Concurrent;

namespace PromptKit.Testing;

/// <summary>Many write at the same time, through several stores on the same data.</summary>
internal static class ConcurrencyLaws
{
    private const int Writers = 8;

    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(OfRacingCreations_OneWins), OfRacingCreations_OneWins),
            new(nameof(OfConcurrentCommitsOnOneThread_OneWinsEachPosition), OfConcurrentCommitsOnOneThread_OneWinsEachPosition),
            new(nameof(ConcurrentCommitsOnManyThreads_AreAllApplied), ConcurrentCommitsOnManyThreads_AreAllApplied),
            new(nameof(ConcurrentSessions_DoNotDisturbEachOther), ConcurrentSessions_DoNotDisturbEachOther),
            new(nameof(OfConcurrentStates_OneWinsEachVersion), OfConcurrentStates_OneWinsEachVersion),
            new(nameof(ADeletionAmongCommits_LeavesNothing), ADeletionAmongCommits_LeavesNothing),
        ];

    private static async Task OfRacingCreations_OneWins(StoreUnderTest store)
    {
        for (var round = 0; round < 5; round++)
        {
            var id = $"{store.Prefix}{round}";
            var results = new ConcurrentDictionary<string, CommitResult>(StringComparer.Ordinal);
            await RunAsync(
                    store,
                    async (opened, writer) =>
                        results[$"g{writer}"] = await opened
                            .CommitAsync(StoreUnderTest.Creation(id, $"g{writer}"), store.Token)
                            .ConfigureAwait(false)
                )
                .ConfigureAwait(false);
            var winners = results.Where(pair => pair.Value == CommitResult.Applied).Select(pair => pair.Key).ToArray();
            store.Same(1, winners.Length, "winners");
            store.True(
                results.Values.All(result => result.Status is CommitStatus.Applied or CommitStatus.Exists),
                "a loser was not told so"
            );
            store.Same(winners[0], (await store.HeaderAsync(id).ConfigureAwait(false)).Generation, "generation");
        }
    }

    private static async Task OfConcurrentCommitsOnOneThread_OneWinsEachPosition(StoreUnderTest store)
    {
        const int length = 60;
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var winners = new ConcurrentDictionary<long, string>();
        await RunAsync(
                store,
                async (opened, writer) =>
                {
                    long position = 0;
                    while (position < length)
                    {
                        var text = $"{writer} at {position}";
                        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", position, position, text));
                        var result = await opened.CommitAsync(commit, store.Token).ConfigureAwait(false);
                        if (result == CommitResult.Applied)
                        {
                            store.True(winners.TryAdd(position, text), $"position {position} was won twice");
                            position++;
                        }
                        else
                        {
                            store.Same((CommitStatus.Conflict, "main"), (result.Status, result.Thread!), "a loser's result");
                            store.True(result.Actual > position, $"a conflict at {position} with the actual length {result.Actual}");
                            position = result.Actual;
                        }
                    }
                }
            )
            .ConfigureAwait(false);
        await store
            .ExpectMessagesAsync(store.Id, "main", winners.OrderBy(pair => pair.Key).Select(pair => pair.Value))
            .ConfigureAwait(false);
    }

    private static async Task ConcurrentCommitsOnManyThreads_AreAllApplied(StoreUnderTest store)
    {
        const int length = 25;
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        await RunAsync(store, (opened, writer) => FillAsync(store, opened, store.Id, $"t{writer}", length)).ConfigureAwait(false);
        for (var writer = 0; writer < Writers; writer++)
        {
            await store.ExpectMessagesAsync(store.Id, $"t{writer}", Texts($"t{writer}", length)).ConfigureAwait(false);
        }
    }

    private static async Task ConcurrentSessions_DoNotDisturbEachOther(StoreUnderTest store)
    {
        const int length = 25;
        await RunAsync(
                store,
                async (opened, writer) =>
                {
                    var id = $"{store.Prefix}{writer}";
                    var result = await opened.CommitAsync(StoreUnderTest.Creation(id), store.Token).ConfigureAwait(false);
                    store.Same(CommitResult.Applied, result, "a creation");
                    await FillAsync(store, opened, id, "main", length).ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
        for (var writer = 0; writer < Writers; writer++)
        {
            await store.ExpectMessagesAsync($"{store.Prefix}{writer}", "main", Texts("main", length)).ConfigureAwait(false);
        }
    }

    private static async Task OfConcurrentStates_OneWinsEachVersion(StoreUnderTest store)
    {
        const int versions = 40;
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var winners = new ConcurrentDictionary<long, string>();
        await RunAsync(
                store,
                async (opened, writer) =>
                {
                    long version = 0;
                    while (version < versions)
                    {
                        var text = $"{writer} at {version}";
                        var state = new StateCommit(version, StoreUnderTest.Bytes(text));
                        var commit = StoreUnderTest.Commit(store.Id) with { State = state };
                        var result = await opened.CommitAsync(commit, store.Token).ConfigureAwait(false);
                        store.True(result != CommitResult.Applied || winners.TryAdd(version, text), $"version {version} was written twice");
                        version = result == CommitResult.Applied ? version + 1 : result.Actual;
                    }
                }
            )
            .ConfigureAwait(false);
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same((versions, winners[versions - 1]), (header.StateVersion, StoreUnderTest.Text(header.State)), "the last state");
    }

    private static async Task ADeletionAmongCommits_LeavesNothing(StoreUnderTest store)
    {
        for (var round = 0; round < 5; round++)
        {
            var id = $"{store.Prefix}{round}";
            await store.CreateAsync(id).ConfigureAwait(false);
            await RunAsync(
                    store,
                    async (opened, writer) =>
                    {
                        for (var length = 0; length < 10; length++)
                        {
                            if (writer == 0 && length == 3)
                            {
                                await opened.DeleteAsync(id, store.Token).ConfigureAwait(false);
                            }

                            var thread = StoreUnderTest.Append($"t{writer}", length, length, "m");
                            var result = await opened
                                .CommitAsync(StoreUnderTest.Commit(id, threads: thread), store.Token)
                                .ConfigureAwait(false);
                            if (result == CommitResult.Missing)
                            {
                                return;
                            }

                            store.Same(CommitResult.Applied, result, "a commit");
                        }
                    }
                )
                .ConfigureAwait(false);
            store.True(await store.FindAsync(id).ConfigureAwait(false) is null, "a deleted session was found");
            store.Same(0, (await store.ReadAsync(id, "t1").ConfigureAwait(false)).Count, "messages of a deleted session");
        }
    }

    private static IEnumerable<string> Texts(string thread, int length) =>
        Enumerable.Range(0, length).Select(number => $"{thread} {number}");

    private static async Task FillAsync(StoreUnderTest store, ISessionStore opened, string id, string thread, int length)
    {
        for (var position = 0; position < length; position++)
        {
            var commit = StoreUnderTest.Commit(id, threads: StoreUnderTest.Append(thread, position, position, $"{thread} {position}"));
            store.Same(CommitResult.Applied, await opened.CommitAsync(commit, store.Token).ConfigureAwait(false), "a commit");
        }
    }

    private static async Task RunAsync(StoreUnderTest store, Func<ISessionStore, int, Task> write)
    {
        ISessionStore[] stores = [await store.OpenAsync().ConfigureAwait(false), await store.OpenAnotherAsync().ConfigureAwait(false)];
        await Task.WhenAll(
                Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(stores[writer % stores.Length], writer), store.Token))
            )
            .ConfigureAwait(false);
    }
}
