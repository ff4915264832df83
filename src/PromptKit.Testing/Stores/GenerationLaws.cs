namespace PromptKit.Testing;

/// <summary>A session that was deleted and created again is another one.</summary>
internal static class GenerationLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(ASession_IsCreatedOnce), ASession_IsCreatedOnce),
            new(nameof(ADeletedSession_IsGoneWithAllItHad), ADeletedSession_IsGoneWithAllItHad),
            new(nameof(ALateCommit_DoesNotReviveADeletedSession), ALateCommit_DoesNotReviveADeletedSession),
            new(nameof(ALateCommit_DoesNotReachTheNextSessionOfThatId), ALateCommit_DoesNotReachTheNextSessionOfThatId),
            new(nameof(ACreation_MayHaveThreadsAndState), ACreation_MayHaveThreadsAndState),
            new(nameof(ACreationThatExpectsMessages_IsRefused), ACreationThatExpectsMessages_IsRefused),
        ];

    private static async Task ASession_IsCreatedOnce(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Exists, StoreUnderTest.Creation(store.Id)).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Exists, StoreUnderTest.Creation(store.Id, "other")).ConfigureAwait(false);
        store.Same("g", (await store.HeaderAsync(store.Id).ConfigureAwait(false)).Generation, "generation");
    }

    private static async Task ADeletedSession_IsGoneWithAllItHad(StoreUnderTest store)
    {
        await PrepareAsync(store).ConfigureAwait(false);
        var opened = await store.OpenAsync().ConfigureAwait(false);
        store.True(await opened.DeleteAsync(store.Id, store.Token).ConfigureAwait(false), "a session that exists was not deleted");
        store.True(!await opened.DeleteAsync(store.Id, store.Token).ConfigureAwait(false), "a session was deleted twice");
        store.True(await store.FindAsync(store.Id).ConfigureAwait(false) is null, "a deleted session was found");
        store.Same(0, (await store.ReadAsync(store.Id).ConfigureAwait(false)).Count, "messages of a deleted session");
        store.Same(0, (await store.ListAsync().ConfigureAwait(false)).Count, "deleted sessions in the list");
    }

    private static async Task ALateCommit_DoesNotReviveADeletedSession(StoreUnderTest store)
    {
        var late = await PrepareAsync(store).ConfigureAwait(false);
        await (await store.OpenAsync().ConfigureAwait(false)).DeleteAsync(store.Id, store.Token).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Missing, late).ConfigureAwait(false);
        store.True(await store.FindAsync(store.Id).ConfigureAwait(false) is null, "a late commit revived a deleted session");
        store.Same(0, (await store.ReadAsync(store.Id).ConfigureAwait(false)).Count, "messages of a deleted session");
    }

    private static async Task ALateCommit_DoesNotReachTheNextSessionOfThatId(StoreUnderTest store)
    {
        var late = await PrepareAsync(store).ConfigureAwait(false);
        await (await store.OpenAsync().ConfigureAwait(false)).DeleteAsync(store.Id, store.Token).ConfigureAwait(false);
        await store.CreateAsync(store.Id, "next").ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Missing, late).ConfigureAwait(false);
        var fresh = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "late"));
        await store.ExpectAsync(CommitResult.Missing, fresh).ConfigureAwait(false);

        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same(("next", 0, 0L), (header.Generation, header.Threads.Count, header.StateVersion), "the new session");
        var first = StoreUnderTest.Commit(store.Id, "next", StoreUnderTest.Append("main", 0, 0, "new"));
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "main", "new").ConfigureAwait(false);
    }

    private static async Task ACreation_MayHaveThreadsAndState(StoreUnderTest store)
    {
        var creation = StoreUnderTest.Creation(store.Id) with
        {
            Threads = [StoreUnderTest.Append("main", 0, 0, "one")],
            State = new StateCommit(0, "s"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.Applied, creation).ConfigureAwait(false);
        await store.ExpectAsync(CommitResult.Repeated, creation).ConfigureAwait(false);
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same((1L, "s", 1L), (header.StateVersion, StoreUnderTest.Text(header.State), header.Threads[0].Revision), "the new session");
    }

    private static async Task ACreationThatExpectsMessages_IsRefused(StoreUnderTest store)
    {
        var length = StoreUnderTest.Creation(store.Id) with { Threads = [StoreUnderTest.Append("main", 1, 0, "two")] };
        await store.ExpectAsync(CommitResult.ThreadConflict("main", 0), length).ConfigureAwait(false);
        var revision = StoreUnderTest.Creation(store.Id) with { Threads = [StoreUnderTest.Append("main", 0, 1, "one")] };
        await store.ExpectAsync(CommitResult.ThreadConflict("main", 0), revision).ConfigureAwait(false);
        var state = StoreUnderTest.Creation(store.Id) with { State = new StateCommit(1, "s"u8.ToArray()) };
        await store.ExpectAsync(CommitResult.StateConflict(0), state).ConfigureAwait(false);
        store.True(await store.FindAsync(store.Id).ConfigureAwait(false) is null, "a creation that was refused created a session");
        store.Same(0, (await store.ListAsync().ConfigureAwait(false)).Count, "sessions that were refused in the list");
        await store.CreateAsync(store.Id).ConfigureAwait(false);
    }

    /// <returns>The commit that would come next.</returns>
    private static async ValueTask<SessionCommit> PrepareAsync(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var first = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one", "two"));
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        return StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 2, 1, "three"));
    }
}
