namespace PromptKit.Testing;

/// <summary>A commit is written as a whole, or not at all.</summary>
internal static class AtomicityLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(ThreadsAndState_AreWrittenTogether), ThreadsAndState_AreWrittenTogether),
            new(nameof(AStaleLength_IsRefusedWithTheThreadAndItsLength), AStaleLength_IsRefusedWithTheThreadAndItsLength),
            new(nameof(ALengthOfTheFuture_IsRefused), ALengthOfTheFuture_IsRefused),
            new(nameof(AStaleRevision_IsRefused), AStaleRevision_IsRefused),
            new(nameof(AStaleState_IsRefusedWithItsVersion), AStaleState_IsRefusedWithItsVersion),
            new(nameof(DifferentThreads_NeverConflict), DifferentThreads_NeverConflict),
        ];

    private static async Task ThreadsAndState_AreWrittenTogether(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(
            store.Id,
            threads: [StoreUnderTest.Append("a", 0, 0, "a1", "a2"), StoreUnderTest.Append("b", 0, 0, "b1")]
        ) with
        {
            State = new StateCommit(0, "s1"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        await ExpectAsync(store, 2, 1, "s1").ConfigureAwait(false);
    }

    private static async Task AStaleLength_IsRefusedWithTheThreadAndItsLength(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var stale = StoreUnderTest.Commit(
            store.Id,
            threads:
            [
                StoreUnderTest.Append("a", 2, 1, "a3"),
                StoreUnderTest.Append("new", 0, 0, "n1"),
                StoreUnderTest.Append("b", 0, 0, "b1 by somebody else"),
            ]
        ) with
        {
            State = new StateCommit(1, "s2"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.ThreadConflict("b", 1), stale).ConfigureAwait(false);
        await ExpectAsync(store, 2, 1, "s1").ConfigureAwait(false);
    }

    private static async Task ALengthOfTheFuture_IsRefused(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 3, 1, "a4"));
        await store.ExpectAsync(CommitResult.ThreadConflict("a", 2), commit).ConfigureAwait(false);
        commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("new", 1, 1, "n2"));
        await store.ExpectAsync(CommitResult.ThreadConflict("new", 0), commit).ConfigureAwait(false);
        await ExpectAsync(store, 2, 1, "s1").ConfigureAwait(false);
    }

    private static async Task AStaleRevision_IsRefused(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var decision = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 2, 1));
        await store.ExpectAsync(CommitResult.Applied, decision).ConfigureAwait(false);
        var stale = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 2, 1, "a3"));
        await store.ExpectAsync(CommitResult.ThreadConflict("a", 2), stale).ConfigureAwait(false);
        await ExpectAsync(store, 2, 1, "s1").ConfigureAwait(false);
    }

    private static async Task AStaleState_IsRefusedWithItsVersion(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        foreach (var version in (long[])[0, 2])
        {
            var stale = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 2, 1, "a3")) with
            {
                State = new StateCommit(version, "s2"u8.ToArray()),
            };
            await store.ExpectAsync(CommitResult.StateConflict(1), stale).ConfigureAwait(false);
            await ExpectAsync(store, 2, 1, "s1").ConfigureAwait(false);
        }
    }

    private static async Task DifferentThreads_NeverConflict(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var first = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 2, 1, "a3"));
        var second = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("b", 1, 1, "b2"));
        await store.ExpectAsync(CommitResult.Applied, second).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        await ExpectAsync(store, 3, 2, "s1").ConfigureAwait(false);
    }

    private static async ValueTask PrepareAsync(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(
            store.Id,
            threads: [StoreUnderTest.Append("a", 0, 0, "a1", "a2"), StoreUnderTest.Append("b", 0, 0, "b1")]
        ) with
        {
            State = new StateCommit(0, "s1"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
    }

    private static async ValueTask ExpectAsync(StoreUnderTest store, int a, int b, string state)
    {
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.SameList(
            [("a", (long)a), ("b", b)],
            header.Threads.OrderBy(thread => thread.Name, StringComparer.Ordinal).Select(thread => (thread.Name, thread.Length)),
            "threads"
        );
        store.Same(state, StoreUnderTest.Text(header.State), "state");
        await store.ExpectMessagesAsync(store.Id, "a", Enumerable.Range(1, a).Select(number => $"a{number}")).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "b", Enumerable.Range(1, b).Select(number => $"b{number}")).ConfigureAwait(false);
        store.Same(0, (await store.ReadAsync(store.Id, "new").ConfigureAwait(false)).Count, "messages of a refused thread");
    }
}
