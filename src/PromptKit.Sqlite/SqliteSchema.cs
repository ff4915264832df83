using Microsoft.Data.Sqlite;

namespace PromptKit;

/// <summary>The tables, and how they come into a file.</summary>
internal static class SqliteSchema
{
    /// <summary>The format of the rows that this version writes. It reads this one and every earlier one.</summary>
    public const int Version = 1;

    // Keys are never used again (AUTOINCREMENT): a reader in the middle of a thread cannot come into another one.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS promptkit_format (version INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS promptkit_sessions (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            generation TEXT NOT NULL,
            format INTEGER NOT NULL,
            creation TEXT NOT NULL,
            state BLOB,
            state_version INTEGER NOT NULL,
            state_commit TEXT,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            expires INTEGER
        );
        CREATE INDEX IF NOT EXISTS promptkit_sessions_by_update ON promptkit_sessions (updated DESC, id);
        CREATE INDEX IF NOT EXISTS promptkit_sessions_by_expiry ON promptkit_sessions (expires) WHERE expires IS NOT NULL;

        CREATE TABLE IF NOT EXISTS promptkit_threads (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            session INTEGER NOT NULL,
            name TEXT NOT NULL,
            length INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            last_commit TEXT NOT NULL,
            properties BLOB NOT NULL,
            UNIQUE (session, name)
        );

        CREATE TABLE IF NOT EXISTS promptkit_messages (
            thread INTEGER NOT NULL,
            position INTEGER NOT NULL,
            payload BLOB NOT NULL,
            first_of TEXT,
            PRIMARY KEY (thread, position)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS promptkit_turns (
            thread INTEGER NOT NULL,
            turn BLOB NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (thread, turn)
        ) WITHOUT ROWID;

        INSERT INTO promptkit_format (version) SELECT 1 WHERE NOT EXISTS (SELECT * FROM promptkit_format);
        """;

    /// <summary>Makes the file ready, however many processes do so at the same time. What is ready already is not written to.</summary>
    /// <exception cref="NotSupportedException">The file was written by a newer version.</exception>
    /// <exception cref="SqliteException">The file cannot be read, or not be made.</exception>
    public static async ValueTask EnsureAsync(SqliteConnection connection, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                Ensure(connection);
                return;
            }
            // To switch a new file to WAL, SQLite does not wait for others that do the same.
            catch (SqliteException exception) when (IsBusy(exception) && clock.GetElapsedTime(start) < timeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static void Ensure(SqliteConnection connection)
    {
        var version = ReadVersion(connection);
        if (version is null)
        {
            SqliteConnections.Run(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Tables;
            command.ExecuteNonQuery();
            transaction.Commit();
            version = ReadVersion(connection);
        }

        if (version > Version)
        {
            throw new NotSupportedException(
                $"The sessions in '{connection.DataSource}' have format {version}; this version of PromptKit reads up to {Version}."
            );
        }
    }

    private static long? ReadVersion(SqliteConnection connection)
    {
        const string exists = "SELECT count(*) FROM sqlite_schema WHERE name = 'promptkit_format'";
        return SqliteConnections.Run(connection, exists) is 1L
            ? (long?)SqliteConnections.Run(connection, "SELECT max(version) FROM promptkit_format")
            : null;
    }

    private static bool IsBusy(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
}
