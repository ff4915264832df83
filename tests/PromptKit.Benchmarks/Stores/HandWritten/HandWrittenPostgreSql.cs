using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Npgsql;

namespace PromptKit.Benchmarks.Stores.HandWritten;

/// <summary>One statement, one round trip, on a pooled connection.</summary>
internal sealed class HandWrittenPostgreSql(NpgsqlDataSource dataSource, string schema) : IHandWritten
{
    private readonly string _sql = $"""
        WITH s AS (UPDATE {schema}.sessions SET updated = $1, expires = NULL WHERE id_hash = $2 RETURNING key),
        t AS (
            UPDATE {schema}.threads SET length = length + 2, revision = revision + 1, last_commit = $3, properties = $4
            FROM s WHERE session = s.key AND name = $5 RETURNING threads.key
        )
        INSERT INTO {schema}.messages (thread, position, payload, first_of)
        SELECT t.key, m.position, m.payload, m.first_of
        FROM t, (VALUES ($6, $7, $3), ($6 + 1, $8, NULL)) AS m (position, payload, first_of)
        """;

    public async Task WriteAsync(SessionCommit turn)
    {
        var thread = turn.Threads[0];
        var command = dataSource.CreateCommand(_sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = TimeProvider.System.GetUtcNow().UtcDateTime });
            command.Parameters.Add(
                new NpgsqlParameter<byte[]> { TypedValue = SHA256.HashData(MemoryMarshal.AsBytes(turn.SessionId.AsSpan())) }
            );
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = turn.CommitId });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = thread.Properties.ToArray() });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = thread.Thread });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = thread.ExpectedLength });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = thread.Messages[0].ToArray() });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = thread.Messages[1].ToArray() });
            if (await command.ExecuteNonQueryAsync().ConfigureAwait(false) != 2)
            {
                throw new InvalidOperationException("The messages were not written.");
            }
        }
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();
}
