namespace PromptKit.Benchmarks.Stores;

/// <summary>A store to measure, and where it is: servers by the variables that <c>.ci/with-servers</c> sets.</summary>
internal static class StoreSubject
{
    /// <summary>The schema, and the prefix of the keys.</summary>
    public const string Space = "benchmarks";

    public static ISessionStore Open(string engine, string folder) =>
        engine switch
        {
            "memory" => new InMemorySessionStore(),
            "sqlite" => new SqliteSessionStore($"Data Source={Connection(engine, folder)}"),
            "postgresql" => new PostgreSqlSessionStore(Connection(engine, folder), new PostgreSqlSessionStoreOptions { Schema = Space }),
            "redis" => new RedisSessionStore(Connection(engine, folder), new RedisSessionStoreOptions { KeyPrefix = Space }),
            _ => throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine)),
        };

    /// <summary>A connection string; for SQLite, a file.</summary>
    public static string Connection(string engine, string folder) =>
        engine switch
        {
            "sqlite" => Path.Combine(folder, "sessions.db"),
            // Both sides of a comparison have a pool, and the server takes a hundred connections by default.
            "postgresql" => Variable("PROMPTKIT_POSTGRESQL") + ";Maximum Pool Size=32",
            _ => Variable("PROMPTKIT_REDIS"),
        };

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run '.ci/with-servers dotnet run …'.");
}
