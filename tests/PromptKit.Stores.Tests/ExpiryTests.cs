using Microsoft.Data.Sqlite;
using PromptKit.Stores.Tests.PostgreSql;
using PromptKit.Stores.Tests.Redis;
using PromptKit.Testing;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests;

/// <summary>What becomes of the rows and keys of expired sessions. That they are gone for everybody at once is a law of the contract.</summary>
public sealed class ExpiryTests(PostgreSqlDatabase database, RedisServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RedisDeletesAnExpiredSession_ByItself()
    {
        var redis = (await server.ConnectAsync()).GetDatabase();
        var prefix = $"test:{Guid.NewGuid():N}";
        RedisKey key = $"{prefix}:session:s";
        await using (var daily = new RedisSessionStore(redis.Multiplexer, new() { KeyPrefix = prefix, SlidingExpiration = Day }))
        {
            await SendAsync(daily, "s");
            Assert.InRange((await redis.KeyTimeToLiveAsync(key))!.Value, Day / 2, Day);
        }

        // The next commit decides how long a session lives from then on.
        await using (var endless = new RedisSessionStore(redis.Multiplexer, new() { KeyPrefix = prefix }))
        {
            await SendAsync(endless, "s");
            Assert.Null(await redis.KeyTimeToLiveAsync(key));
        }

        var soon = new RedisSessionStoreOptions { KeyPrefix = prefix, SlidingExpiration = TimeSpan.FromMilliseconds(300) };
        await using var store = new RedisSessionStore(redis.Multiplexer, soon);
        await SendAsync(store, "s");
        while (await redis.KeyExistsAsync(key)) { }

        Assert.Null(await store.OpenAsync("s", Token));
        Assert.Equal(0, await store.ListAsync(new SessionQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task WhatRedisDeleted_LeavesTheList_ThoughNobodyReadsIt_AndWhatLivesStays()
    {
        var redis = (await server.ConnectAsync()).GetDatabase();
        var options = new RedisSessionStoreOptions { KeyPrefix = $"test:{Guid.NewGuid():N}" };
        await using (var endless = new RedisSessionStore(redis.Multiplexer, options with { TimeProvider = new Yesterday() }))
        {
            await SendAsync(endless, "lives");
        }

        var soon = options with { TimeProvider = new Yesterday(), SlidingExpiration = TimeSpan.FromMilliseconds(1) };
        await using (var brief = new RedisSessionStore(redis.Multiplexer, soon))
        {
            await CreateAsync(brief, "dies");
        }

        // By now the span is an hour: that is no reason to forget a session of yesterday that has no end.
        await using var store = new RedisSessionStore(redis.Multiplexer, options with { SlidingExpiration = TimeSpan.FromHours(1) });
        RedisKey index = $"{options.KeyPrefix}:index";
        for (var number = 0; await redis.SortedSetScoreAsync(index, "dies") is not null; number++)
        {
            await CreateAsync(store, $"new {number}");
        }

        Assert.NotNull(await redis.SortedSetScoreAsync(index, "lives"));
        Assert.Equal("lives", (await store.ListAsync(new SessionQuery { Max = int.MaxValue }, Token).LastAsync(Token)).Id);
    }

    [Fact]
    public async Task APurgeOfSqlite_LeavesNoRowOfAnExpiredSession()
    {
        using var folder = new TemporaryFolder();
        var connectionString = $"Data Source={folder.File("sessions.db")}";
        await using (
            var store = new SqliteSessionStore(connectionString, new() { SlidingExpiration = Day / 2, TimeProvider = new Yesterday() })
        )
        {
            await SendAsync(store, "s");
        }

        await using (var store = new SqliteSessionStore(connectionString))
        {
            await SendAsync(store, "stays");
            Assert.Equal(1, await store.PurgeExpiredAsync(Token));
            Assert.Equal(0, await store.PurgeExpiredAsync(Token));
        }

        await using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync(Token);
        foreach (var (table, rows) in (ReadOnlySpan<(string, long)>)[("sessions", 1), ("threads", 1), ("messages", 2), ("turns", 1)])
        {
            using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM promptkit_{table}";
            Assert.Equal((table, rows), (table, (long)count.ExecuteScalar()!));
        }
    }

    [Fact]
    public async Task APurgeOfPostgreSql_LeavesNoRowOfAnExpiredSession()
    {
        var schema = $"purge_{Guid.NewGuid():N}"[..20];
        var options = new PostgreSqlSessionStoreOptions { Schema = schema };
        await using (
            var store = new PostgreSqlSessionStore(
                database.DataSource,
                options with
                {
                    SlidingExpiration = Day / 2,
                    TimeProvider = new Yesterday(),
                }
            )
        )
        {
            await SendAsync(store, "s");
        }

        await using (var store = new PostgreSqlSessionStore(database.DataSource, options))
        {
            await SendAsync(store, "stays");
            Assert.Equal(1, await store.PurgeExpiredAsync(Token));
            Assert.Equal(0, await store.PurgeExpiredAsync(Token));
        }

        foreach (var (table, rows) in ((string, long)[])[("sessions", 1), ("threads", 1), ("messages", 2), ("turns", 1)])
        {
            await using var count = database.DataSource.CreateCommand($"SELECT count(*) FROM {schema}.{table}");
            Assert.Equal((table, rows), (table, (long)(await count.ExecuteScalarAsync(Token))!));
        }

        await using var drop = database.DataSource.CreateCommand($"DROP SCHEMA {schema} CASCADE");
        await drop.ExecuteNonQueryAsync(Token);
    }

    private static async Task SendAsync(ISessionStore store, string id)
    {
        using var model = new ScriptedChatClient().Otherwise("answer");
        var session = await new SessionManager(model, store).OpenOrCreateAsync(id, Token);
        await session.Chat().SendAsync("hello", new SendOptions { TurnId = Guid.NewGuid().ToString("N") }, Token);
    }

    private static async Task CreateAsync(ISessionStore store, string id)
    {
        using var model = new ScriptedChatClient();
        await new SessionManager(model, store).CreateAsync(id, Token);
    }

    private sealed class Yesterday : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Day;
    }
}
