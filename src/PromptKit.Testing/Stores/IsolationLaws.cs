namespace PromptKit.Testing;

/// <summary>What callers do with their own memory afterwards changes nothing.</summary>
internal static class IsolationLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(WhatACallerChangesAfterwards_IsNotChangedInTheStore), WhatACallerChangesAfterwards_IsNotChangedInTheStore),
            new(nameof(AReaderThatStops_LeavesTheStoreUsable), AReaderThatStops_LeavesTheStoreUsable),
        ];

    private static async Task WhatACallerChangesAfterwards_IsNotChangedInTheStore(StoreUnderTest store)
    {
        byte[] payload = [1, 2, 3];
        byte[] state = [4, 5, 6];
        byte[] properties = [7, 8, 9];
        List<ReadOnlyMemory<byte>> messages = [payload, payload];
        await store.CreateAsync(store.Id, state: new StateCommit(0, state)).ConfigureAwait(false);
        var thread = StoreUnderTest.Append("main", 0, 0) with { Messages = messages, Properties = properties };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: thread)).ConfigureAwait(false);
        Array.Clear(payload);
        Array.Clear(state);
        Array.Clear(properties);
        messages.Clear();

        var read = await store.ReadAsync(store.Id).ConfigureAwait(false);
        store.SameList(["010203", "010203"], read.Select(message => Convert.ToHexString(message.Payload.Span)), "messages");
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same("040506", Convert.ToHexString(header.State.Span), "state");
        store.Same("070809", Convert.ToHexString(header.Threads[0].Properties.Span), "properties");
    }

    private static async Task AReaderThatStops_LeavesTheStoreUsable(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var messages = Enumerable.Range(0, 1000).Select(number => $"m{number}").ToArray();
        var first = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, messages));
        await store.ExpectAsync(CommitResult.Applied, first).ConfigureAwait(false);
        var opened = await store.OpenAsync().ConfigureAwait(false);
        var reading = opened.ReadAsync(store.Id, "main", 0, int.MaxValue, store.Token).GetAsyncEnumerator(store.Token);
        await using (reading.ConfigureAwait(false))
        {
            store.True(await reading.MoveNextAsync().ConfigureAwait(false), "nothing was read");

            // While somebody reads, others write; and a reader may stop at any place.
            var second = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 1000, 1, "m1000"));
            await store.ExpectAsync(CommitResult.Applied, second).ConfigureAwait(false);
        }

        await store.ExpectMessagesAsync(store.Id, "main", messages.Append("m1000")).ConfigureAwait(false);
    }
}
