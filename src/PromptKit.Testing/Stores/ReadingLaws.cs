namespace PromptKit.Testing;

/// <summary>What was written is read back.</summary>
internal static class ReadingLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(Payloads_AreReadBackByteByByte), Payloads_AreReadBackByteByByte),
            new(nameof(APayloadOf16MB_IsReadBack), APayloadOf16MB_IsReadBack),
            new(nameof(Ranges_AreInOrderWithoutGaps), Ranges_AreInOrderWithoutGaps),
            new(nameof(AThreadOf10000Messages_IsReadWholeAndFromTheTail), AThreadOf10000Messages_IsReadWholeAndFromTheTail),
            new(nameof(ACommitOf1000Messages_IsWritten), ACommitOf1000Messages_IsWritten),
            new(nameof(TheHeader_HasEverythingButMessages), TheHeader_HasEverythingButMessages),
            new(nameof(TheFormat_IsTheNewestOfAllCommits), TheFormat_IsTheNewestOfAllCommits),
            new(nameof(WhatDoesNotExist_IsEmpty), WhatDoesNotExist_IsEmpty),
            new(nameof(AnotherStoreOnTheSameData_SeesWhatWasWritten), AnotherStoreOnTheSameData_SeesWhatWasWritten),
        ];

    private static async Task Payloads_AreReadBackByteByByte(StoreUnderTest store)
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        byte[][] payloads = [all, [0], [0xFF, 0xFE], [], [.. all.Reverse()], "{\"ünï\":\"\\u0000 🚂\"}"u8.ToArray()];
        await store.CreateAsync(store.Id, state: new StateCommit(0, all)).ConfigureAwait(false);
        var thread = StoreUnderTest.Append("main", 0, 0) with { Messages = [.. payloads.Select(Memory)], Properties = all };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: thread)).ConfigureAwait(false);

        var messages = await store.ReadAsync(store.Id).ConfigureAwait(false);
        store.SameList(
            payloads.Select(Convert.ToHexString),
            messages.Select(message => Convert.ToHexString(message.Payload.Span)),
            "payloads"
        );
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same(Convert.ToHexString(all), Convert.ToHexString(header.State.Span), "state");
        store.Same(Convert.ToHexString(all), Convert.ToHexString(header.Threads[0].Properties.Span), "properties");
    }

    private static async Task APayloadOf16MB_IsReadBack(StoreUnderTest store)
    {
        var payload = new byte[16 * 1024 * 1024];
        new Random(1).NextBytes(payload);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var thread = StoreUnderTest.Append("main", 0, 0) with { Messages = ["1"u8.ToArray(), payload, "3"u8.ToArray()] };
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: thread)).ConfigureAwait(false);

        var messages = await store.ReadAsync(store.Id).ConfigureAwait(false);
        store.Same(3, messages.Count, "number of messages");
        store.True(messages[1].Payload.Span.SequenceEqual(payload), "the 16 MB came back changed");
    }

    private static async Task Ranges_AreInOrderWithoutGaps(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var revision = 0;
        for (var length = 0; length < 100; length += 1 + (revision++ % 4))
        {
            var messages = Enumerable.Range(length, 1 + (revision % 4)).Select(position => $"m{position}").ToArray();
            var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", length, revision, messages));
            await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        }

        var total = (int)(await store.HeaderAsync(store.Id).ConfigureAwait(false)).Threads[0].Length;
        (long From, int Max)[] ranges =
        [
            (0, 1),
            (0, total),
            (7, 13),
            (total - 40, 40),
            (total - 1, 100),
            (total, 10),
            (total + 5, 10),
            (3, 0),
        ];
        foreach (var (from, max) in ranges)
        {
            var messages = await store.ReadAsync(store.Id, from: from, max: max).ConfigureAwait(false);
            var expected = Enumerable.Range((int)from, (int)Math.Clamp(total - from, 0, max));
            store.SameList(expected.Select(position => (long)position), messages.Select(message => message.Position), $"{max} from {from}");
            store.SameList(
                expected.Select(position => $"m{position}"),
                messages.Select(message => StoreUnderTest.Text(message.Payload)),
                $"{max} from {from}"
            );
        }
    }

    private static async Task AThreadOf10000Messages_IsReadWholeAndFromTheTail(StoreUnderTest store)
    {
        const int length = 10_000;
        const int step = 400;
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        for (var start = 0; start < length; start += step)
        {
            var messages = Enumerable.Range(start, step).Select(position => $"message {position}").ToArray();
            var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", start, start / step, messages));
            await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        }

        var expected = Enumerable.Range(0, length).Select(position => $"message {position}").ToArray();
        await store.ExpectMessagesAsync(store.Id, "main", expected).ConfigureAwait(false);
        var tail = await store.ReadAsync(store.Id, from: length - 40, max: 40).ConfigureAwait(false);
        store.SameList(expected[^40..], tail.Select(message => StoreUnderTest.Text(message.Payload)), "the last 40");
    }

    private static async Task ACommitOf1000Messages_IsWritten(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        string[] threads = ["a", "b", "c"];
        var messages = Enumerable.Range(0, 1000).Select(position => $"m{position}").ToArray();
        var commit = StoreUnderTest.Commit(store.Id, threads: [.. threads.Select(name => StoreUnderTest.Append(name, 0, 0, messages))]);
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        foreach (var name in threads)
        {
            await store.ExpectMessagesAsync(store.Id, name, messages).ConfigureAwait(false);
        }
    }

    private static async Task TheHeader_HasEverythingButMessages(StoreUnderTest store)
    {
        var created = store.Clock.GetUtcNow();
        await store.CreateAsync(store.Id, "the generation", new StateCommit(0, "1"u8.ToArray())).ConfigureAwait(false);
        store.Clock.Advance(TimeSpan.FromSeconds(5));
        var commit = StoreUnderTest.Commit(
            store.Id,
            "the generation",
            StoreUnderTest.Append("a", 0, 0, "one", "two"),
            StoreUnderTest.Append("b", 0, 0)
        );
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        var second = StoreUnderTest.Commit(store.Id, "the generation", StoreUnderTest.Append("a", 2, 1)) with
        {
            State = new StateCommit(1, "2"u8.ToArray()),
        };
        await store.ExpectAsync(CommitResult.Applied, second).ConfigureAwait(false);

        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same((store.Id, "the generation", 1), (header.Id, header.Generation, header.FormatVersion), "id, generation, format");
        store.Same((2L, "2"), (header.StateVersion, StoreUnderTest.Text(header.State)), "state");
        store.Same((created, created.AddSeconds(5)), (header.CreatedAt, header.UpdatedAt), "times");
        store.SameList(
            [("a", 2L, 2L, "a 2"), ("b", 0L, 1L, "b 1")],
            header
                .Threads.OrderBy(thread => thread.Name, StringComparer.Ordinal)
                .Select(thread => (thread.Name, thread.Length, thread.Revision, StoreUnderTest.Text(thread.Properties))),
            "threads"
        );
    }

    private static async Task TheFormat_IsTheNewestOfAllCommits(StoreUnderTest store)
    {
        await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Creation(store.Id) with { FormatVersion = 2 }).ConfigureAwait(false);
        store.Same(2, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).FormatVersion, "format of a new session");

        // An older program that goes on in the session does not make what a newer one wrote readable to itself.
        int[] formats = [1, 5, 3];
        for (var index = 0; index < formats.Length; index++)
        {
            var message = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", index, index, $"{index}"));
            await store.ExpectAsync(CommitResult.Applied, message with { FormatVersion = formats[index] }).ConfigureAwait(false);
            var newest = Math.Max(2, formats[..(index + 1)].Max());
            store.Same(newest, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).FormatVersion, "format after a message");
        }

        var state = StoreUnderTest.Commit(store.Id) with { State = new StateCommit(0, "s"u8.ToArray()), FormatVersion = 11 };
        await store.ExpectAsync(CommitResult.Applied, state).ConfigureAwait(false);
        var stale = state with { CommitId = "stale", FormatVersion = 12 };
        await store.ExpectAsync(CommitResult.StateConflict(1), stale).ConfigureAwait(false);
        store.Same(11, (await store.HeaderAsync(store.Id).ConfigureAwait(false)).FormatVersion, "format after a state");
    }

    private static async Task WhatDoesNotExist_IsEmpty(StoreUnderTest store)
    {
        store.True(await store.FindAsync(store.Id).ConfigureAwait(false) is null, "a session was found that nobody created");
        store.Same(0, (await store.ReadAsync(store.Id).ConfigureAwait(false)).Count, "messages of no session");
        var unknown = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        await store.ExpectAsync(CommitResult.Missing, unknown).ConfigureAwait(false);
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        store.Same(0, (await store.ReadAsync(store.Id, "other").ConfigureAwait(false)).Count, "messages of no thread");
        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.Same((0, 0L, 0), (header.Threads.Count, header.StateVersion, header.State.Length), "threads and state of a new session");
    }

    private static async Task AnotherStoreOnTheSameData_SeesWhatWasWritten(StoreUnderTest store)
    {
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        var other = await store.OpenAnotherAsync().ConfigureAwait(false);
        var commit = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "one"));
        store.Same(CommitResult.Applied, await other.CommitAsync(commit, store.Token).ConfigureAwait(false), "a commit by another store");
        await store.ExpectMessagesAsync(store.Id, "main", "one").ConfigureAwait(false);
        var stale = StoreUnderTest.Commit(store.Id, threads: StoreUnderTest.Append("main", 0, 0, "two"));
        await store.ExpectAsync(CommitResult.ThreadConflict("main", 1), stale).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Memory(byte[] bytes) => bytes;
}
