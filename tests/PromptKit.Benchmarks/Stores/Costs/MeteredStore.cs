using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using StackExchange.Redis;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>A store, and a meter on what it hands to its engine.</summary>
internal sealed class MeteredStore : IAsyncDisposable
{
    private readonly Func<EngineCost> _total;
    private readonly IAsyncDisposable? _meter;

    private MeteredStore(ISessionStore store, Func<EngineCost> total, IAsyncDisposable? meter = null)
    {
        Store = store;
        _total = total;
        _meter = meter;
    }

    public ISessionStore Store { get; }

    /// <summary>What the engine was handed so far.</summary>
    public EngineCost Total => _total();

    /// <summary>Opens a store on the server of this connection string, or on this file.</summary>
    public static MeteredStore Open(string engine, string connection, string space) =>
        engine switch
        {
            "sqlite" => Sqlite(connection),
            "postgresql" => PostgreSql(connection, space),
            _ => Redis(connection, space),
        };

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Store).DisposeAsync().ConfigureAwait(false);
        if (_meter is not null)
        {
            await _meter.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>SQLite itself tells each statement, with its values written out: of a blob, two digits a byte.</summary>
    private static MeteredStore Sqlite(string file)
    {
        var (commands, bytes) = (0L, 0L);
        var store = new SqliteSessionStore(() =>
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            raw.sqlite3_trace(
                connection.Handle,
                (_, statement) =>
                {
                    Interlocked.Increment(ref commands);
                    Interlocked.Add(ref bytes, statement.Length);
                },
                null
            );
            return connection;
        });
        return new MeteredStore(store, () => new EngineCost(Interlocked.Read(ref commands), Interlocked.Read(ref bytes)));
    }

    private static MeteredStore PostgreSql(string connection, string space)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        var meter = new MeteredConnection("postgresql", builder.Port);
        builder.Port = meter.Port;
        return new MeteredStore(new PostgreSqlSessionStore(builder.ToString(), new() { Schema = space }), () => meter.Total, meter);
    }

    private static MeteredStore Redis(string connection, string space)
    {
        var server = (System.Net.IPEndPoint)ConfigurationOptions.Parse(connection).EndPoints[0];
        var meter = new MeteredConnection("redis", server.Port);
        var options = new RedisSessionStoreOptions { KeyPrefix = space };
        return new MeteredStore(new RedisSessionStore($"127.0.0.1:{meter.Port}", options), () => meter.Total, meter);
    }
}
