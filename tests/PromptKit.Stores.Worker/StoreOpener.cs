namespace PromptKit.Stores.Worker;

/// <summary>Opens the store of an engine, as several processes open the same one.</summary>
public static class StoreOpener
{
    /// <summary>Opens it.</summary>
    /// <param name="engine">sqlite, postgresql or redis.</param>
    /// <param name="connection">The engine's connection string.</param>
    /// <param name="space">A schema or a prefix; of no meaning to SQLite.</param>
    /// <returns>The store, which is an <see cref="ISessionStore"/>.</returns>
    public static IDisposable Open(string engine, string connection, string space) =>
        engine switch
        {
            "sqlite" => new SqliteSessionStore(connection),
            "postgresql" => new PostgreSqlSessionStore(connection, new PostgreSqlSessionStoreOptions { Schema = space }),
            "redis" => new RedisSessionStore(connection, new RedisSessionStoreOptions { KeyPrefix = space }),
            _ => throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine)),
        };
}
