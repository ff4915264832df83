using Microsoft.Data.Sqlite;
using Npgsql;
using StackExchange.Redis;

namespace PromptKit.Benchmarks.Stores.HandWritten;

internal static class HandWrittenEngines
{
    public static async Task<IHandWritten> OpenAsync(string engine, string folder)
    {
        var connection = StoreSubject.Connection(engine, folder);
        return engine switch
        {
            "sqlite" => new HandWrittenSqlite(new SqliteConnection($"Data Source={connection};Pooling=False")),
            "postgresql" => new HandWrittenPostgreSql(NpgsqlDataSource.Create(connection), StoreSubject.Space),
            _ => new HandWrittenRedis(await ConnectionMultiplexer.ConnectAsync(connection).ConfigureAwait(false), StoreSubject.Space),
        };
    }
}
