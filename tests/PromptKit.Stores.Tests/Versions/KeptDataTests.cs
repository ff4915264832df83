using System.Reflection;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using PromptKit.Stores.Tests.KeyValue;
using PromptKit.Stores.Tests.PostgreSql;
using PromptKit.Stores.Tests.Redis;
using PromptKit.Testing;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests.Versions;

/// <summary>
/// Data that earlier versions have written, kept as files, are read for ever; those of a later version are refused. When a format changes,
/// <c>PROMPTKIT_UPDATE=1</c> writes the files of its number; those of the numbers before stay.
/// </summary>
public sealed class KeptDataTests(PostgreSqlDatabase database, RedisServer server)
{
    private const string Version = "v1";
    private const string SessionId = "kept 🚂";
    private const int LongTurns = 20;

    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("PROMPTKIT_UPDATE") == "1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Folder { get; } =
        typeof(KeptDataTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "KeptDataFolder")
            .Value!;

    [Fact]
    public async Task ASqliteFileOfVersion1_IsRead()
    {
        using var folder = new TemporaryFolder();
        var kept = Path.Combine(Folder, $"{Version}.db");
        if (IsUpdate)
        {
            await using (var writing = new SqliteSessionStore($"Data Source={folder.File("new.db")}"))
            {
                await WriteAsync(writing);
            }

            File.Copy(folder.File("new.db"), kept, overwrite: true);
        }

        File.Copy(kept, folder.File("sessions.db"));
        await using var store = new SqliteSessionStore($"Data Source={folder.File("sessions.db")}");
        await ExpectAsync(store);
    }

    [Fact]
    public async Task ASqliteFileOfANewerVersion_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var connectionString = $"Data Source={folder.File("sessions.db")}";
        await using (var store = new SqliteSessionStore(connectionString))
        {
            await WriteAsync(store);
        }

        await using (var connection = new SqliteConnection(connectionString + ";Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE promptkit_format SET version = 2";
            await command.ExecuteNonQueryAsync(Token);
        }

        await using var old = new SqliteSessionStore(connectionString);
        await ExpectRefusalAsync(old);
    }

    [Fact]
    public async Task APostgreSqlSchemaOfVersion1_IsRead()
    {
        var kept = Path.Combine(Folder, $"{Version}.postgresql.json");
        var schema = $"kept_{Guid.NewGuid():N}"[..20];
        string[] tables = ["format", "sessions", "threads", "messages", "turns"];
        await using var drop = database.DataSource.CreateCommand($"DROP SCHEMA IF EXISTS {schema} CASCADE");
        if (IsUpdate)
        {
            await using var writing = new PostgreSqlSessionStore(database.DataSource, new() { Schema = schema });
            await WriteAsync(writing);
            var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var table in tables)
            {
                await using var read = database.DataSource.CreateCommand(
                    $"SELECT coalesce(json_agg(t), '[]')::text FROM {schema}.{table} t"
                );
                rows[table] = (string)(await read.ExecuteScalarAsync(Token))!;
            }

            rows["script"] = PostgreSqlSessionStore.CreateScript("$schema$");
            await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(rows, Indented), Token);
            await drop.ExecuteNonQueryAsync(Token);
        }

        var data = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(kept, Token))!;
        await ExecuteAsync(data["script"].Replace("\"$schema$\"", schema, StringComparison.Ordinal), null);
        await ExecuteAsync($"DELETE FROM {schema}.format", null);
        foreach (var table in tables)
        {
            await ExecuteAsync(
                $"INSERT INTO {schema}.{table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::{schema}.{table}, $1::json)",
                data[table]
            );
        }

        await using var store = new PostgreSqlSessionStore(database.DataSource, new() { Schema = schema });
        await ExpectAsync(store);
        await drop.ExecuteNonQueryAsync(Token);
    }

    [Fact]
    public async Task APostgreSqlSchemaOfANewerVersion_IsRefused()
    {
        var schema = $"kept_{Guid.NewGuid():N}"[..20];
        await using (var store = new PostgreSqlSessionStore(database.DataSource, new() { Schema = schema }))
        {
            await WriteAsync(store);
        }

        await ExecuteAsync($"UPDATE {schema}.format SET version = 2", null);
        await using var old = new PostgreSqlSessionStore(database.DataSource, new() { Schema = schema });
        await ExpectRefusalAsync(old);
        await ExecuteAsync($"DROP SCHEMA {schema} CASCADE", null);
    }

    [Fact]
    public async Task ARedisHashOfVersion1_IsRead()
    {
        var kept = Path.Combine(Folder, $"{Version}.redis.json");
        var redis = (await server.ConnectAsync()).GetDatabase();
        var prefix = $"kept:{Guid.NewGuid():N}";
        var key = $"{prefix}:session:{SessionId}";
        if (IsUpdate)
        {
            await using var writing = new RedisSessionStore(redis.Multiplexer, new() { KeyPrefix = prefix });
            await WriteAsync(writing);
            var fields = (await redis.HashGetAllAsync(key)).OrderBy(field => field.Name.ToString(), StringComparer.Ordinal);
            var written = fields.ToDictionary(field => field.Name.ToString(), field => Convert.ToBase64String((byte[])field.Value!));
            await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(written, Indented), Token);
            await redis.KeyDeleteAsync(key);
        }

        var data = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(kept, Token))!;
        await redis.HashSetAsync(key, [.. data.Select(field => new HashEntry(field.Key, Convert.FromBase64String(field.Value)))]);
        await using var store = new RedisSessionStore(redis.Multiplexer, new() { KeyPrefix = prefix });
        await ExpectAsync(store);
        await redis.KeyDeleteAsync(key);
    }

    [Fact]
    public async Task ARedisHashOfANewerVersion_IsRefused()
    {
        var redis = (await server.ConnectAsync()).GetDatabase();
        var prefix = $"kept:{Guid.NewGuid():N}";
        await using var store = new RedisSessionStore(redis.Multiplexer, new() { KeyPrefix = prefix });
        await WriteAsync(store);
        await redis.HashSetAsync($"{prefix}:session:{SessionId}", "v", "2");
        await ExpectRefusalAsync(store);
        await redis.KeyDeleteAsync($"{prefix}:session:{SessionId}");
    }

    [Fact]
    public async Task KeyValuesOfVersion1_AreRead()
    {
        var kept = Path.Combine(Folder, $"{Version}.keyvalue.json");
        if (IsUpdate)
        {
            var written = new MemoryKeyValues();
            await WriteAsync(new KeyValueSessionStore(written));
            await WriteLongAsync(new KeyValueSessionStore(written));
            var values = written.All.OrderBy(pair => pair.Key, StringComparer.Ordinal);
            var text = values.ToDictionary(pair => pair.Key, pair => Convert.ToBase64String(pair.Value.Span));
            await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(text, Indented), Token);
        }

        var engine = new MemoryKeyValues();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(kept, Token))!)
        {
            await engine.PutAsync(key, Convert.FromBase64String(value), etag: null, Token);
        }

        await ExpectAsync(new KeyValueSessionStore(engine));
        using var model = new ScriptedChatClient();
        var chat = (await new SessionManager(model, new KeyValueSessionStore(engine)).OpenAsync<KeptState>(SessionId, Token)).Chat("long");
        var texts = (await chat.ReadAsync(0, int.MaxValue, Token)).Select(message => message.Text);
        Assert.Equal(Enumerable.Range(0, LongTurns).SelectMany(turn => new[] { $"question {turn}", LongAnswer(turn) }), texts);
    }

    [Fact]
    public async Task KeyValuesOfANewerVersion_AreRefused()
    {
        var written = new MemoryKeyValues();
        await WriteAsync(new KeyValueSessionStore(written));
        var engine = new MemoryKeyValues();
        foreach (var (key, value) in written.All)
        {
            byte[] newer = [2, .. value.Span[1..]];
            await engine.PutAsync(key, newer, etag: null, Token);
        }

        await ExpectRefusalAsync(new KeyValueSessionStore(engine));
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static async Task WriteAsync(ISessionStore store)
    {
        using var model = new ScriptedChatClient().Otherwise("the answer, with ünïcödé");
        var session = await new SessionManager(model, store).CreateAsync(new KeptState(42), SessionId, Token);
        var chat = session.Chat();
        await chat.SendAsync("the question", new SendOptions { TurnId = "the turn" }, Token);
        await session.Chat("other").SendAsync("another question", Token);
        await session.UpdateStateAsync(state => state with { Number = state.Number + 1 }, Token);
    }

    // So long that messages have left the head, and one of them needs a value of its own.
    private static async Task WriteLongAsync(ISessionStore store)
    {
        using var model = new ScriptedChatClient().Otherwise(request => LongAnswer(request.UserTexts.Count - 1));
        var session = await new SessionManager(model, store).OpenAsync<KeptState>(SessionId, Token);
        for (var turn = 0; turn < LongTurns; turn++)
        {
            await session.Chat("long").SendAsync($"question {turn}", Token);
        }
    }

    private static string LongAnswer(int turn) => turn == 1 ? new string('x', 5000) : $"answer {turn}";

    private static async Task ExpectAsync(ISessionStore store)
    {
        using var model = new ScriptedChatClient().Otherwise("a new answer");
        var session = await new SessionManager(model, store).OpenAsync<KeptState>(SessionId, Token);
        var chat = session.Chat();
        var repeated = await chat.SendAsync("the question", new SendOptions { TurnId = "the turn" }, Token);
        Assert.Equal("the answer, with ünïcödé", repeated.Text);
        await chat.SendAsync("a new question", Token);

        var texts = (await chat.ReadAsync(0, 10, Token)).Select(message => message.Text);
        Assert.Equal(["the question", "the answer, with ünïcödé", "a new question", "a new answer"], texts);
        Assert.Equal(2, (await session.Chat("other").ReadAsync(0, 10, Token)).Count);
        Assert.Equal(43, session.State.Number);
    }

    // Never half-read: neither by a reader nor by a writer.
    private static async Task ExpectRefusalAsync(ISessionStore store)
    {
        var reading = await Assert.ThrowsAsync<NotSupportedException>(async () => await store.OpenAsync(SessionId, Token));
        Assert.Contains("2; this version of PromptKit reads up to 1", reading.Message, StringComparison.Ordinal);
        var commit = new SessionCommit
        {
            SessionId = SessionId,
            Generation = "g",
            CommitId = "c",
            FormatVersion = 1,
        };
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.CommitAsync(commit, Token));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.CommitAsync(commit with { Creates = true }, Token));
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await store.ReadAsync(SessionId, "main", 0, 1, Token).CountAsync(Token)
        );
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.FindTurnAsync(SessionId, "main", "the turn", Token));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.ListAsync(new SessionQuery(), Token).CountAsync(Token));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await store.DeleteAsync(SessionId, Token));
    }

    private async Task ExecuteAsync(string sql, string? parameter)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        if (parameter is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        }

        await command.ExecuteNonQueryAsync(Token);
    }
}
