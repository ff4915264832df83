namespace PromptKit.Testing;

/// <summary>A turn is found by its id.</summary>
internal static class TurnLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(ATurn_IsFoundByItsId), ATurn_IsFoundByItsId),
            new(nameof(ATurnThatWasRefused_IsNotFound), ATurnThatWasRefused_IsNotFound),
            new(nameof(OfTwoTurnsWithOneId_TheFirstIsFound), OfTwoTurnsWithOneId_TheFirstIsFound),
            new(nameof(TurnsOfADeletedSession_AreGone), TurnsOfADeletedSession_AreGone),
        ];

    private static async Task ATurn_IsFoundByItsId(StoreUnderTest store)
    {
        string[] ids =
        [
            "first",
            "FIRST",
            "'; drop table turns --",
            "{a}:*?[b]",
            "漢字 🚂",
            "tab\tand\0nul",
            "first ",
            new string('\u4e00', 256),
        ];
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        for (var index = 0; index < ids.Length; index++)
        {
            var turn = StoreUnderTest.Append("main", index * 2, index, "user", "assistant") with { TurnId = ids[index] };
            await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: turn)).ConfigureAwait(false);
        }

        var silent = StoreUnderTest.Append("main", ids.Length * 2, ids.Length) with { TurnId = "nothing said" };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: silent)).ConfigureAwait(false);
        for (var index = 0; index < ids.Length; index++)
        {
            store.Same(index * 2, await FindAsync(store, store.Id, "main", ids[index]).ConfigureAwait(false), ids[index]);
        }

        foreach (
            var (id, thread, turn) in new[] { (store.Id, "main", "none"), (store.Id, "other", "first"), (store.Id + "x", "main", "first") }
        )
        {
            store.Same(null, await FindAsync(store, id, thread, turn).ConfigureAwait(false), "a turn that does not exist");
        }

        store.Same(null, await FindAsync(store, store.Id, "main", "nothing said").ConfigureAwait(false), "a turn without messages");
    }

    private static async Task ATurnThatWasRefused_IsNotFound(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var first = StoreUnderTest.Append("main", 0, 0, "one");
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: first)).ConfigureAwait(false);
        var stale = StoreUnderTest.Append("main", 0, 0, "two") with { TurnId = "turn" };
        await store
            .ExpectAsync(CommitResult.ThreadConflict("main", 1), StoreUnderTest.Commit(store.Id, threads: stale))
            .ConfigureAwait(false);
        store.Same(null, await FindAsync(store, store.Id, "main", "turn").ConfigureAwait(false), "a refused turn");

        var again = StoreUnderTest.Append("main", 1, 1, "two") with { TurnId = "turn" };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: again)).ConfigureAwait(false);
        store.Same(1, await FindAsync(store, store.Id, "main", "turn").ConfigureAwait(false), "the turn, sent again");
    }

    private static async Task OfTwoTurnsWithOneId_TheFirstIsFound(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        for (var length = 0; length < 2; length++)
        {
            var turn = StoreUnderTest.Append("main", length, length, "m") with { TurnId = "turn" };
            await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: turn)).ConfigureAwait(false);
        }

        var elsewhere = StoreUnderTest.Append("other", 0, 0, "a", "b") with { TurnId = "turn" };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: elsewhere)).ConfigureAwait(false);
        store.Same(0, await FindAsync(store, store.Id, "main", "turn").ConfigureAwait(false), "the turn of 'main'");
        store.Same(0, await FindAsync(store, store.Id, "other", "turn").ConfigureAwait(false), "the turn of 'other'");
    }

    private static async Task TurnsOfADeletedSession_AreGone(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var turn = StoreUnderTest.Append("main", 0, 0, "m") with { TurnId = "turn" };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: turn)).ConfigureAwait(false);
        await (await store.OpenAsync().ConfigureAwait(false)).DeleteAsync(store.Id, store.Token).ConfigureAwait(false);
        store.Same(null, await FindAsync(store, store.Id, "main", "turn").ConfigureAwait(false), "a turn of a deleted session");
        await store.CreateAsync(store.Id, "next").ConfigureAwait(false);
        store.Same(null, await FindAsync(store, store.Id, "main", "turn").ConfigureAwait(false), "a turn of the session before");
    }

    private static async ValueTask<long?> FindAsync(StoreUnderTest store, string id, string thread, string turnId) =>
        await (await store.OpenAsync().ConfigureAwait(false)).FindTurnAsync(id, thread, turnId, store.Token).ConfigureAwait(false);
}
