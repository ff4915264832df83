namespace PromptKit.Testing;

/// <summary>A commit whose acknowledgement was lost is tried again under the same id, and is written once.</summary>
internal static class RepeatLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(ARepeatedCreation_IsRecognised), ARepeatedCreation_IsRecognised),
            new(nameof(ARepeat_IsRecognisedAtOnceAndAfterLaterCommits), ARepeat_IsRecognisedAtOnceAndAfterLaterCommits),
            new(nameof(ARepeatOnSeveralThreads_IsRecognised), ARepeatOnSeveralThreads_IsRecognised),
            new(nameof(ARepeatWithoutMessages_IsRecognised), ARepeatWithoutMessages_IsRecognised),
            new(nameof(ARepeatOfTheState_IsRecognised), ARepeatOfTheState_IsRecognised),
            new(nameof(OfTheSameCommitAtTheSameTime_OneIsWritten), OfTheSameCommitAtTheSameTime_OneIsWritten),
        ];

    private static async Task ARepeatedCreation_IsRecognised(StoreUnderTest store)
    {
        var creation = await store.CreateAsync(store.Id).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, creation).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, creation).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
    }

    private static async Task ARepeat_IsRecognisedAtOnceAndAfterLaterCommits(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var first = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "0", "1")) with
        {
            State = new StateCommit(0, "s"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, first).ConfigureAwait(false);
        const int more = 200;
        for (var index = 0; index < more; index++)
        {
            var next = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", index + 2, index + 1, $"{index + 2}"));
            await store.ExpectAsync(CommitResult.Applied, next).ConfigureAwait(false);
        }

        await store.ExpectAsync(CommitResult.Repeated, first).ConfigureAwait(false);
        await store
            .ExpectMessagesAsync(store.Id, "main", Enumerable.Range(0, more + 2).Select(number => $"{number}"))
            .ConfigureAwait(false);
        store.Same(1, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).StateVersion, "state version");
    }

    private static async Task ARepeatOnSeveralThreads_IsRecognised(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var both = StoreUnderTest.Commit(
            store.Id,
            threads: [StoreUnderTest.Append("a", 0, 0, "a1"), StoreUnderTest.Append("b", 0, 0, "b1")]
        );
        await store.ExpectAsync(CommitResult.Applied, both).ConfigureAwait(false);
        var later = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("a", 1, 1, "a2"));
        await store.ExpectAsync(CommitResult.Applied, later).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, both).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "a", "a1", "a2").ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "b", "b1").ConfigureAwait(false);
    }

    private static async Task ARepeatWithoutMessages_IsRecognised(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var decision = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0));
        await store.ExpectAsync(CommitResult.Applied, decision).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, decision).ConfigureAwait(false);
        store.Same(1, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).Threads[0].Revision, "revision");
    }

    private static async Task ARepeatOfTheState_IsRecognised(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var state = StoreUnderTest.Commit(store.Id) with { State = new StateCommit(0, "1"u8.ToArray()) };
        await store.ExpectAsync(CommitResult.Applied, state).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, state).ConfigureAwait(false);
        store.Same(1, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).StateVersion, "state version");
    }

    private static async Task OfTheSameCommitAtTheSameTime_OneIsWritten(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        var results = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.CommitAsync(commit).AsTask(), store.Token))
            )
            .ConfigureAwait(false);
        store.Same(1, results.Count(result => result == CommitResult.Applied), "how often it was applied");
        store.Same(7, results.Count(result => result == CommitResult.Repeated), "how often it was repeated");
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
    }
}
