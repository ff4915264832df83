namespace PromptKit.Benchmarks.Stores;

/// <summary>Turns as a session writes them: the question and the answer, and what is kept beside them.</summary>
internal static class StoredTurns
{
    private static readonly ThreadCommit Sample = TakeAsync().GetAwaiter().GetResult();

    /// <summary>The commit of one turn of a thread that has so many.</summary>
    public static SessionCommit Turn(string session, long turns) =>
        new()
        {
            SessionId = session,
            Generation = "g",
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Threads = [Sample with { ExpectedLength = turns * 2, ExpectedRevision = turns }],
        };

    /// <summary>A session with this many turns, written in large commits.</summary>
    public static async Task FillAsync(ISessionStore store, string session, int turns)
    {
        const int step = 500;
        var empty = Turn(session, 0) with { Threads = [], Creates = true };
        await store.CommitAsync(empty).ConfigureAwait(false);
        for (var (written, revision) = (0, 0); written < turns; revision++)
        {
            var count = Math.Min(step, turns - written);
            IEnumerable<ReadOnlyMemory<byte>> messages = Enumerable.Repeat(Sample.Messages, count).SelectMany(two => two);
            var thread = Sample with { ExpectedLength = written * 2, ExpectedRevision = revision, Messages = [.. messages] };
            await store
                .CommitAsync(empty with { CommitId = Guid.NewGuid().ToString("N"), Creates = false, Threads = [thread] })
                .ConfigureAwait(false);
            written += count;
        }
    }

    private static async Task<ThreadCommit> TakeAsync()
    {
        var store = new InMemorySessionStore();
        var session = await new SessionManager(new OneAnswer(), store).CreateAsync("s").ConfigureAwait(false);
        await session.Chat().SendAsync(OneAnswer.Question).ConfigureAwait(false);
        var messages = await store.ReadAsync("s", "main", 0, 2).Select(message => message.Payload).ToListAsync().ConfigureAwait(false);
        var stored = await store.OpenAsync("s").ConfigureAwait(false);
        return new ThreadCommit
        {
            Thread = "main",
            ExpectedLength = 0,
            ExpectedRevision = 0,
            Messages = messages,
            Properties = stored!.Threads[0].Properties,
        };
    }
}
