namespace PromptKit.Testing;

/// <summary>Whenever a caller gives up, the same commit tried again says what became of it, and is written once.</summary>
internal static class CancellationLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(ACommitCancelledBefore_WritesNothing), ACommitCancelledBefore_WritesNothing),
            new(nameof(ACommitCancelledDuring_HasAKnownOutcomeWhenTriedAgain), ACommitCancelledDuring_HasAKnownOutcomeWhenTriedAgain),
            new(nameof(ACommitCancelledAfterwards_StaysWritten), ACommitCancelledAfterwards_StaysWritten),
            new(nameof(EveryOtherCall_GivesUp), EveryOtherCall_GivesUp),
        ];

    private static async Task ACommitCancelledBefore_WritesNothing(StoreUnderTest store)
    {
        var opened = await store.OpenAsync().ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        await store
            .ThrowsAsync<OperationCanceledException>(
                async () => await opened.CommitAsync(commit, new CancellationToken(true)).ConfigureAwait(false),
                "a commit whose caller has given up"
            )
            .ConfigureAwait(false);
        store.Same(0, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).Threads.Count, "threads");
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
    }

    private static async Task ACommitCancelledDuring_HasAKnownOutcomeWhenTriedAgain(StoreUnderTest store)
    {
        const int turns = 60;
        var opened = await store.OpenAsync().ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        for (var turn = 0; turn < turns; turn++)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(store.Token);
            var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", turn, turn, $"{turn}"));
            var writing = Task.Run(async () => await opened.CommitAsync(commit, cancellation.Token).ConfigureAwait(false), store.Token);
            for (var spin = 0; spin < turn % 12; spin++)
            {
                await Task.Yield();
            }

            await cancellation.CancelAsync().ConfigureAwait(false);
            var wasAcknowledged = false;
            try
            {
                store.Same(CommitResult.Applied, await writing.ConfigureAwait(false), "a commit");
                wasAcknowledged = true;
            }
            catch (OperationCanceledException)
            {
                // Whether it was written is not known; the same commit again will tell.
            }

            var again = await store.CommitAsync(commit).ConfigureAwait(false);
            store.True(
                again == CommitResult.Repeated || (again == CommitResult.Applied && !wasAcknowledged),
                $"the same commit again was answered by {again}"
            );
        }

        await store.ExpectMessagesAsync(store.Id, "main", Enumerable.Range(0, turns).Select(turn => $"{turn}")).ConfigureAwait(false);
    }

    private static async Task ACommitCancelledAfterwards_StaysWritten(StoreUnderTest store)
    {
        var opened = await store.OpenAsync().ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        using var cancellation = new CancellationTokenSource();
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        store.Same(CommitResult.Applied, await opened.CommitAsync(commit, cancellation.Token).ConfigureAwait(false), "a commit");
        await cancellation.CancelAsync().ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, commit).ConfigureAwait(false);
    }

    private static async Task EveryOtherCall_GivesUp(StoreUnderTest store)
    {
        var opened = await store.OpenAsync().ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        var cancelled = new CancellationToken(true);
        (string Call, Func<ValueTask> Run)[] calls =
        [
            (nameof(opened.OpenAsync), async () => await opened.OpenAsync(store.Id, cancelled).ConfigureAwait(false)),
            (nameof(opened.FindTurnAsync), async () => await opened.FindTurnAsync(store.Id, "main", "t", cancelled).ConfigureAwait(false)),
            (nameof(opened.DeleteAsync), async () => await opened.DeleteAsync(store.Id, cancelled).ConfigureAwait(false)),
            (
                nameof(opened.ReadAsync),
                async () =>
                    await opened.ReadAsync(store.Id, "main", 0, 10, cancelled).ToListAsync(CancellationToken.None).ConfigureAwait(false)
            ),
            (
                nameof(opened.ListAsync),
                async () =>
                    await opened
                        .ListAsync(new SessionQuery { IdPrefix = store.Prefix }, cancelled)
                        .ToListAsync(CancellationToken.None)
                        .ConfigureAwait(false)
            ),
        ];
        foreach (var (call, run) in calls)
        {
            await store.ThrowsAsync<OperationCanceledException>(run, call).ConfigureAwait(false);
        }

        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
    }
}
