namespace PromptKit.Testing;

/// <summary>All ids and names that are allowed, told apart ordinally.</summary>
internal static class NamingLaws
{
    public static IEnumerable<SessionStoreLaw> All =>
        [
            new(nameof(EveryAllowedId_IsASessionOfItsOwn), EveryAllowedId_IsASessionOfItsOwn),
            new(nameof(EveryAllowedThreadName_IsAThreadOfItsOwn), EveryAllowedThreadName_IsAThreadOfItsOwn),
        ];

    private static async Task EveryAllowedId_IsASessionOfItsOwn(StoreUnderTest store)
    {
        // csharpier-ignore
        string[] ends =
        [
            "id", "ID", "ıd", "İD", "id ", " id", "é", "e\u0301", "ss", "ß", "ﬁ", "漢字", "🚂", "👩‍👩‍👧", "\u200B", "\u202E", "\uFEFF", "\uFFFF", "\uE000",
            "%", "_", "*", "?", "[a-z]", "{a}", "{a}b", "}{", "'", "''", "\"", "`", ";--", "'); DROP TABLE sessions; --", "\\", "\\\\", "/../..", "a/b",
            "..", ".", ":", "::", "~", "~1:a:", "$1", "@p", "#", "&", "<b>", "null", "NULL", "0", "00", "-1", "1e3", "CON", "a b", "a\u00A0b",
        ];
        List<string> ids = [.. ends.Select(end => store.Prefix + end), .. ends.Select(end => end + store.Prefix)];
        ids.Add(store.Prefix + new string('漢', 256 - store.Prefix.Length));
        ids.Add(store.Prefix + new string('漢', 255 - store.Prefix.Length));
        ids.Add(store.Prefix + string.Concat(Enumerable.Repeat("🚂", (256 - store.Prefix.Length) / 2)));
        foreach (var id in ids)
        {
            await store.CreateAsync(id).ConfigureAwait(false);
            var commit = StoreUnderTest.Commit(id, threads: StoreUnderTest.Append("main", 0, 0, $"of {id}"));
            await store.ExpectAsync(CommitResult.Applied, commit, id).ConfigureAwait(false);
        }

        foreach (var id in ids)
        {
            store.Same(id, (await store.HeaderAsync(id).ConfigureAwait(false)).Id, "id");
            await store.ExpectMessagesAsync(id, "main", $"of {id}").ConfigureAwait(false);
        }

        var listed = await store.ListAsync(new SessionQuery { IdPrefix = store.Prefix, Max = 1000 }).ConfigureAwait(false);
        store.SameList(
            ids.Where(id => id.StartsWith(store.Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            listed.Select(row => row.Id).Order(StringComparer.Ordinal),
            "listed ids"
        );
    }

    private static async Task EveryAllowedThreadName_IsAThreadOfItsOwn(StoreUnderTest store)
    {
        const string characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";
        List<string> names = [.. characters.Select(character => character.ToString()), "main", "MAIN", "a:0", "a:00", "a:", "a:b:1"];
        names.Add(characters[..64]);
        names.Add(new string(':', 64));
        names.Add("m:main:0");
        names.Add("main:1");
        await store.CreateAsync(store.Id).ConfigureAwait(false);
        foreach (var name in names)
        {
            var thread = StoreUnderTest.Append(name, 0, 0, $"of {name}", "second") with { TurnId = "0" };
            await store.ExpectAsync(CommitResult.Applied, StoreUnderTest.Commit(store.Id, threads: thread), name).ConfigureAwait(false);
        }

        foreach (var name in names)
        {
            await store.ExpectMessagesAsync(store.Id, name, $"of {name}", "second").ConfigureAwait(false);
        }

        var header = await store.HeaderAsync(store.Id).ConfigureAwait(false);
        store.SameList(
            names.Order(StringComparer.Ordinal),
            header.Threads.Select(thread => thread.Name).Order(StringComparer.Ordinal),
            "threads"
        );
    }
}
