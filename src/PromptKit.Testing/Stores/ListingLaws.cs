namespace PromptKit.Testing;

/// <summary>Lists: newest first, page by page.</summary>
internal static class ListingLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(AList_HasTheNewestFirst), AList_HasTheNewestFirst),
            new(nameof(EqualTimes_AreOrderedByCodePoints), EqualTimes_AreOrderedByCodePoints),
            new(nameof(APage_GoesOnBehindItsToken), APage_GoesOnBehindItsToken),
            new(nameof(AListThatChangesAsItIsRead_HasTheOthersOnce), AListThatChangesAsItIsRead_HasTheOthersOnce),
            new(nameof(PagesOfAListThatChanges_HaveTheOthersOnce), PagesOfAListThatChanges_HaveTheOthersOnce),
            new(nameof(APrefix_IsTakenLiterally), APrefix_IsTakenLiterally),
            new(nameof(AForeignToken_IsAnArgumentException), AForeignToken_IsAnArgumentException),
            new(nameof(Partitions_DoNotSeeEachOther), Partitions_DoNotSeeEachOther),
        ];

    private static async Task AList_HasTheNewestFirst(StoreUnderTest store)
    {
        var start = store.Clock.GetUtcNow();
        foreach (var name in (string[])["a", "b", "c"])
        {
            await store.CreateAsync(store.Prefix + name).ConfigureAwait(false);
            store.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var commit = StoreUnderTest.Commit(store.Prefix + "a", threads: StoreUnderTest.Append("main", 0, 0, "one"));
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
        var list = await store.ListAsync().ConfigureAwait(false);
        store.SameList(["a", "c", "b"], Names(store, list), "ids");
        store.SameList([start, start.AddSeconds(2), start.AddSeconds(1)], list.Select(row => row.CreatedAt), "times of creation");
        store.SameList([start.AddSeconds(3), start.AddSeconds(2), start.AddSeconds(1)], list.Select(row => row.UpdatedAt), "last commits");
    }

    private static async Task EqualTimes_AreOrderedByCodePoints(StoreUnderTest store)
    {
        string[] inOrder = ["A", "B", "a", "b", "é", "漢", "\uFFFD", "🚂"];
        foreach (var name in (string[])["🚂", "b", "漢", "\uFFFD", "A", "é", "a", "B"])
        {
            await store.CreateAsync(store.Prefix + name).ConfigureAwait(false);
        }

        store.SameList(inOrder, Names(store, await store.ListAsync().ConfigureAwait(false)), "ids");
    }

    private static async Task APage_GoesOnBehindItsToken(StoreUnderTest store)
    {
        const int count = 23;
        for (var index = 0; index < count; index++)
        {
            await store.CreateAsync($"{store.Prefix}{index:00}").ConfigureAwait(false);
            store.Clock.Advance(TimeSpan.FromSeconds(index % 3));
        }

        var all = await store.ListAsync().ConfigureAwait(false);
        store.Same(count, all.Count, "number of sessions");
        foreach (var size in (int[])[1, 5, count, 100])
        {
            var pages = new List<SessionSummary>();
            string? token = null;
            List<SessionSummary> page;
            do
            {
                page = await store
                    .ListAsync(
                        new SessionQuery
                        {
                            IdPrefix = store.Prefix,
                            Max = size,
                            ContinuationToken = token,
                        }
                    )
                    .ConfigureAwait(false);
                store.True(page.Count <= size, $"a page of {page.Count} where {size} were asked for");
                pages.AddRange(page);
                store.True(pages.Count <= count, $"pages of {size} that never end");
                token = page.LastOrDefault()?.ContinuationToken;
            } while (page.Count == size);

            store.SameList(all, pages, $"pages of {size}");
        }
    }

    private static async Task AListThatChangesAsItIsRead_HasTheOthersOnce(StoreUnderTest store)
    {
        // Of one time all of them, and more than a store reads at once.
        string[] names = [.. Enumerable.Range(0, 150).Select(index => $"{index:000}")];
        await CreateAsync(store, names).ConfigureAwait(false);
        var opened = await store.OpenAsync().ConfigureAwait(false);
        var query = new SessionQuery { IdPrefix = store.Prefix, Max = 2 * names.Length };
        var listed = new List<string>();
        await foreach (var summary in opened.ListAsync(query, store.Token).ConfigureAwait(false))
        {
            listed.Add(summary.Id[store.Prefix.Length..]);
            if (listed.Count % 10 == 0)
            {
                await WriteAsync(store, listed[^5]).ConfigureAwait(false);
                await opened.DeleteAsync(summary.Id, store.Token).ConfigureAwait(false);
            }
        }

        store.SameList(names, listed.Order(StringComparer.Ordinal), "sessions");
    }

    private static async Task PagesOfAListThatChanges_HaveTheOthersOnce(StoreUnderTest store)
    {
        const int size = 7;
        string[] names = [.. Enumerable.Range(0, 40).Select(index => $"{index:000}")];
        await CreateAsync(store, names).ConfigureAwait(false);
        var opened = await store.OpenAsync().ConfigureAwait(false);
        var query = new SessionQuery { IdPrefix = store.Prefix, Max = size };
        var listed = new List<string>();
        List<SessionSummary> page;
        do
        {
            page = await store.ListAsync(query).ConfigureAwait(false);
            listed.AddRange(Names(store, page));
            if (page.Count == size)
            {
                // The very session that the token names is there no more.
                await WriteAsync(store, listed[^size]).ConfigureAwait(false);
                await opened.DeleteAsync(page[^1].Id, store.Token).ConfigureAwait(false);
                query = query with { ContinuationToken = page[^1].ContinuationToken };
            }
        } while (page.Count == size);

        store.SameList(names, listed, "sessions");
    }

    // What was listed already is written to, and goes to the front.
    private static async ValueTask WriteAsync(StoreUnderTest store, string name)
    {
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        var commit = StoreUnderTest.Commit(store.Prefix + name, threads: StoreUnderTest.Append("main", 0, 0, "m"));
        await store.ExpectAsync(CommitResult.Applied, commit).ConfigureAwait(false);
    }

    private static async ValueTask CreateAsync(StoreUnderTest store, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await store.CreateAsync(store.Prefix + name).ConfigureAwait(false);
        }
    }

    private static async Task APrefix_IsTakenLiterally(StoreUnderTest store)
    {
        string[] names = ["%", "_", "*", "?", "[ab]", "\\", "a", "A", "ä", "a\u0308", "'", "\"", "🚂x", "🚃"];
        foreach (var name in names)
        {
            await store.CreateAsync($"{store.Prefix}{name}!").ConfigureAwait(false);
        }

        foreach (var name in names)
        {
            var found = await store.ListAsync(new SessionQuery { IdPrefix = store.Prefix + name }).ConfigureAwait(false);
            store.SameList(
                names.Where(other => $"{other}!".StartsWith(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
                Names(store, found).Select(id => id[..^1]).Order(StringComparer.Ordinal),
                $"ids that begin with '{name}'"
            );
        }
    }

    private static async Task AForeignToken_IsAnArgumentException(StoreUnderTest store) =>
        await store
            .ThrowsAsync<ArgumentException>(
                async () => await store.ListAsync(new SessionQuery { ContinuationToken = "x" }).ConfigureAwait(false),
                "a token of another kind"
            )
            .ConfigureAwait(false);

    private static async Task Partitions_DoNotSeeEachOther(StoreUnderTest store)
    {
        using var model = new ScriptedChatClient();
        var manager = new SessionManager(model, await store.OpenAsync().ConfigureAwait(false));
        var (one, two) = (manager.ForPartition(store.Prefix), manager.ForPartition(store.Prefix + "2"));
        await one.CreateAsync("a", store.Token).ConfigureAwait(false);
        await one.CreateAsync("b", store.Token).ConfigureAwait(false);
        await two.CreateAsync("a", store.Token).ConfigureAwait(false);
        await two.DeleteAsync("a", store.Token).ConfigureAwait(false);
        await two.CreateAsync("c", store.Token).ConfigureAwait(false);

        var ofOne = await one.ListAsync(cancellationToken: store.Token).ToListAsync(store.Token).ConfigureAwait(false);
        var ofTwo = await two.ListAsync(cancellationToken: store.Token).ToListAsync(store.Token).ConfigureAwait(false);
        store.SameList(["a", "b"], ofOne.Select(row => row.Id), "sessions of one partition");
        store.SameList(["c"], ofTwo.Select(row => row.Id), "sessions of the other");
    }

    private static IEnumerable<string> Names(StoreUnderTest store, IEnumerable<SessionSummary> list) =>
        list.Select(row => row.Id[store.Prefix.Length..]);
}
