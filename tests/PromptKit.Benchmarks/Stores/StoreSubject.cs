namespace PromptKit.Benchmarks.Stores;

/// <summary>A store to measure, and where it is: servers by the variables that <c>.ci/with-servers</c> sets.</summary>
internal static class StoreSubject
{
    public static ISessionStore Open(string engine, string folder) =>
        engine switch
        {
            "sqlite" => new SqliteSessionStore($"Data Source={Path.Combine(folder, "sessions.db")}"),
            "postgresql" => new PostgreSqlSessionStore(Variable("PROMPTKIT_POSTGRESQL"), new() { Schema = "benchmarks" }),
            "redis" => new RedisSessionStore(Variable("PROMPTKIT_REDIS"), new RedisSessionStoreOptions { KeyPrefix = "benchmarks" }),
            _ => throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine)),
        };

    /// <summary>A turn of a usual size: a question, an answer, and what is kept beside them.</summary>
    public static SessionCommit Turn(string session, long turn) =>
        new()
        {
            SessionId = session,
            Generation = "g",
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Threads =
            [
                new ThreadCommit
                {
                    Thread = "main",
                    ExpectedLength = turn * 2,
                    ExpectedRevision = turn,
                    Messages = [new byte[150], new byte[280]],
                    Properties = new byte[120],
                },
            ],
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
            var thread = Turn(session, 0).Threads[0];
            IEnumerable<ReadOnlyMemory<byte>> messages = Enumerable.Repeat(thread.Messages, count).SelectMany(two => two);
            thread = thread with { ExpectedLength = written * 2, ExpectedRevision = revision, Messages = [.. messages] };
            await store
                .CommitAsync(empty with { CommitId = Guid.NewGuid().ToString("N"), Creates = false, Threads = [thread] })
                .ConfigureAwait(false);
            written += count;
        }
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run '.ci/with-servers dotnet run …'.");
}
