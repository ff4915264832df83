using Microsoft.Data.Sqlite;

namespace PromptKit.Benchmarks.Stores.HandWritten;

/// <summary>One connection that all share by a lock, as SQLite has one writer; prepared statements, a transaction a turn.</summary>
internal sealed class HandWrittenSqlite : IHandWritten
{
    private readonly SemaphoreSlim _lock = new(1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _thread;
    private readonly SqliteCommand _message;
    private readonly SqliteCommand _session;

    public HandWrittenSqlite(SqliteConnection connection)
    {
        _connection = connection;
        connection.Open();
        using (var durability = Command("PRAGMA synchronous = FULL"))
        {
            durability.ExecuteNonQuery();
        }

        _session = Command("UPDATE promptkit_sessions SET updated = $1, expires = NULL WHERE id = $2 RETURNING key", 2);
        _thread = Command(
            """
            UPDATE promptkit_threads SET length = length + 2, revision = revision + 1, last_commit = $1, properties = $2
            WHERE session = $3 AND name = $4 RETURNING key
            """,
            4
        );
        _message = Command("INSERT INTO promptkit_messages (thread, position, payload, first_of) VALUES ($1, $2, $3, $4)", 4);
    }

    public async Task WriteAsync(SessionCommit turn)
    {
        var thread = turn.Threads[0];
        await _lock.WaitAsync().ConfigureAwait(false);
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var session = Run(_session, transaction, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000, turn.SessionId);
            var key = Run(_thread, transaction, turn.CommitId, thread.Properties.ToArray(), session!, thread.Thread);
            for (var index = 0; index < thread.Messages.Count; index++)
            {
                var first = index == 0 ? turn.CommitId : (object)DBNull.Value;
                Run(_message, transaction, key!, thread.ExpectedLength + index, thread.Messages[index].ToArray(), first);
            }

            transaction.Commit();
        }
        finally
        {
            _lock.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _lock.Dispose();
        await _thread.DisposeAsync().ConfigureAwait(false);
        await _message.DisposeAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static object? Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, int parameters = 0)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        }

        return command;
    }
}
