namespace PromptKit.Testing;

/// <summary>Whole sessions expire, some time after their last commit.</summary>
internal static class ExpiryLaws
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(Expiry_ASessionIsGoneAfterItsTime), Expiry_ASessionIsGoneAfterItsTime),
            new(nameof(Expiry_SlidesWithEveryCommit), Expiry_SlidesWithEveryCommit),
            new(nameof(Expiry_LeavesRoomForANewSession), Expiry_LeavesRoomForANewSession),
            new(nameof(Expiry_IsCleanedUpByAPurge), Expiry_IsCleanedUpByAPurge),
            new(nameof(Expiry_NeverHappensWithoutASpan), Expiry_NeverHappensWithoutASpan),
        ];

    private static async Task Expiry_ASessionIsGoneAfterItsTime(StoreUnderTest store)
    {
        var opened = await store.OpenAsync(Hour).ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var turn = StoreUnderTest.Append("main", 0, 0, "one") with { TurnId = "turn" };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: turn)).ConfigureAwait(false);
        store.Clock.Advance(Hour - TimeSpan.FromSeconds(1));
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
        store.Clock.Advance(TimeSpan.FromSeconds(2));

        store.True(await store.FindAsync(store.Id).ConfigureAwait(false) is null, "an expired session was found");
        store.Same(0, (await store.ReadAsync(store.Id).ConfigureAwait(false)).Count, "messages of an expired session");
        store.Same(0, (await store.ListAsync().ConfigureAwait(false)).Count, "expired sessions in the list");
        store.Same(null, await opened.FindTurnAsync(store.Id, "main", "turn", store.Token).ConfigureAwait(false), "an expired turn");
        var late = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 1, 1, "two"));
        await store.ExpectAsync(CommitResult.Missing, late).ConfigureAwait(false);
        store.True(!await opened.DeleteAsync(store.Id, store.Token).ConfigureAwait(false), "an expired session was deleted");
    }

    private static async Task Expiry_SlidesWithEveryCommit(StoreUnderTest store)
    {
        await store.OpenAsync(Hour).ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        for (var length = 0; length < 4; length++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(40));
            var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", length, length, $"{length}"));
            await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        }

        store.Clock.Advance(TimeSpan.FromMinutes(40));
        await store.ExpectMessagesAsync(store.Id, "main", "0", "1", "2", "3").ConfigureAwait(false);
    }

    private static async Task Expiry_LeavesRoomForANewSession(StoreUnderTest store)
    {
        await store.OpenAsync(Hour).ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "old"));
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        store.Clock.Advance(Hour + TimeSpan.FromSeconds(1));

        await store.CreateAsync(store.Id, "next").ConfigureAwait(false);
        store.Same(0, (await store.ReadAsync(store.Id).ConfigureAwait(false)).Count, "messages of the new session");
        await store.ExpectAsync(CommitResult.Missing, commit).ConfigureAwait(false);
        var first = StoreUnderTest.Commit(store.Id, "next", StoreUnderTest.Append("main", 0, 0, "new"));
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "main", "new").ConfigureAwait(false);
    }

    private static async Task Expiry_IsCleanedUpByAPurge(StoreUnderTest store)
    {
        // In a time of its own: a purge reaches every session of the database.
        store.Clock.Advance(TimeSpan.FromDays(-10_000));
        var opened = await store.OpenAsync(Hour).ConfigureAwait(false);
        await store.CreateAsync(store.Prefix + "old").ConfigureAwait(false);
        store.Clock.Advance(Hour + TimeSpan.FromSeconds(1));
        await store.CreateAsync(store.Prefix + "new").ConfigureAwait(false);
        if (opened is IExpiringSessionStore expiring)
        {
            store.True(await expiring.PurgeExpiredAsync(store.Token).ConfigureAwait(false) >= 1, "nothing was purged");
        }

        store.SameList([store.Prefix + "new"], (await store.ListAsync().ConfigureAwait(false)).Select(row => row.Id), "what is left");
        await store.HeaderAsync(store.Prefix + "new").ConfigureAwait(false);
    }

    private static async Task Expiry_NeverHappensWithoutASpan(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        store.Clock.Advance(TimeSpan.FromDays(10_000));

        await store.HeaderAsync(store.Id).ConfigureAwait(false);
    }
}
