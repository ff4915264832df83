using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PromptKit;

/// <summary>What the writer does to the tables, by statements that are prepared once. Every method runs inside of its transaction.</summary>
internal sealed class SqliteCommits(SqliteConnection connection) : IDisposable
{
    private readonly List<SqliteStatement> _statements = [];
    private SqliteStatement? _findSession;
    private SqliteStatement? _findCreation;
    private SqliteStatement? _findThread;
    private SqliteStatement? _findFirst;
    private SqliteStatement? _insertSession;
    private SqliteStatement? _insertThread;
    private SqliteStatement? _updateThread;
    private SqliteStatement? _insertMessage;
    private SqliteStatement? _insertTurn;
    private SqliteStatement? _updateState;
    private SqliteStatement? _touch;

    public SqliteStatement Savepoint => field ??= Prepare("SAVEPOINT one");

    public SqliteStatement Release => field ??= Prepare("RELEASE one");

    public SqliteStatement RollbackToSavepoint => field ??= Prepare("ROLLBACK TO one");

    public SqliteStatement End => field ??= Prepare("COMMIT");

    /// <summary>
    /// Begins a transaction, as the only writer of the file. Here SQLite waits for others, and here alone: past the provider, which would
    /// wait again by sleeping.
    /// </summary>
    /// <exception cref="SqliteException">Somebody else wrote for too long.</exception>
    public void Begin() => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE"), connection.Handle);

    public CommitResult Create(SessionCommit commit, long now, long? expires)
    {
        _findCreation ??= Prepare("SELECT key, generation, creation, expires FROM promptkit_sessions WHERE id = $1");
        long? expired = null;
        using (var row = _findCreation.Query(commit.SessionId))
        {
            if (row.Read())
            {
                if (row.IsDBNull(3) || row.GetInt64(3) > now)
                {
                    return row.GetString(1) == commit.Generation && row.GetString(2) == commit.CommitId
                        ? CommitResult.Repeated
                        : CommitResult.Exists;
                }

                expired = row.GetInt64(0);
            }
        }

        if (expired is { } key)
        {
            Delete(key);
        }

        foreach (var thread in commit.Threads)
        {
            if (thread.ExpectedLength != 0 || thread.ExpectedRevision != 0)
            {
                return CommitResult.ThreadConflict(thread.Thread, 0);
            }
        }

        if (commit.State is { ExpectedVersion: not 0 })
        {
            return CommitResult.StateConflict(0);
        }

        _insertSession ??= Prepare(
            """
            INSERT INTO promptkit_sessions (id, generation, format, creation, state, state_version, state_commit, created, updated, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) RETURNING key
            """
        );
        var session = (long)
            _insertSession.Scalar(
                commit.SessionId,
                commit.Generation,
                commit.FormatVersion,
                commit.CommitId,
                commit.State is { } state ? SqliteStatement.Blob(state.State) : null,
                commit.State is null ? 0 : 1,
                commit.State is null ? null : commit.CommitId,
                now,
                expires
            )!;
        foreach (var thread in commit.Threads)
        {
            Append(InsertThread(session, thread, commit.CommitId), thread, commit.CommitId);
        }

        return CommitResult.Applied;
    }

    public CommitResult Commit(SessionCommit commit, long now, long? expires)
    {
        _findSession ??= Prepare(
            """
            SELECT key, state_version, state_commit FROM promptkit_sessions
            WHERE id = $1 AND generation = $2 AND (expires IS NULL OR expires > $3)
            """
        );
        long session;
        long stateVersion;
        bool isRepeat;
        using (var row = _findSession.Query(commit.SessionId, commit.Generation, now))
        {
            if (!row.Read())
            {
                return CommitResult.Missing;
            }

            session = row.GetInt64(0);
            stateVersion = row.GetInt64(1);
            isRepeat = commit.State is not null && !row.IsDBNull(2) && row.GetString(2) == commit.CommitId;
        }

        var threads = new SqliteThread?[commit.Threads.Count];
        for (var index = 0; index < threads.Length; index++)
        {
            threads[index] = FindThread(session, commit.Threads[index].Thread);
            isRepeat = isRepeat || IsRepeat(threads[index], commit.Threads[index], commit.CommitId);
        }

        if (isRepeat)
        {
            return CommitResult.Repeated;
        }

        if (Conflict(commit, threads, stateVersion) is { } conflict)
        {
            return conflict;
        }

        Write(commit, session, threads);
        _touch ??= Prepare("UPDATE promptkit_sessions SET updated = $2, expires = $3, format = max(format, $4) WHERE key = $1");
        _touch.Execute(session, now, expires, commit.FormatVersion);
        return CommitResult.Applied;
    }

    public bool Delete(string sessionId, long now)
    {
        using var find = new SqliteStatement(connection, "SELECT key, expires FROM promptkit_sessions WHERE id = $1");
        long key;
        bool wasThere;
        using (var row = find.Query(sessionId))
        {
            if (!row.Read())
            {
                return false;
            }

            key = row.GetInt64(0);
            wasThere = row.IsDBNull(1) || row.GetInt64(1) > now;
        }

        Delete(key);
        return wasThere;
    }

    /// <summary>Deletes some of the sessions that have expired: few enough not to keep others waiting.</summary>
    public int Purge(long now, int max)
    {
        using var find = new SqliteStatement(connection, "SELECT key FROM promptkit_sessions WHERE expires <= $1 LIMIT $2");
        var keys = new List<long>();
        using (var rows = find.Query(now, max))
        {
            while (rows.Read())
            {
                keys.Add(rows.GetInt64(0));
            }
        }

        keys.ForEach(Delete);
        return keys.Count;
    }

    public void Dispose() => _statements.ForEach(statement => statement.Dispose());

    private static CommitResult? Conflict(SessionCommit commit, SqliteThread?[] threads, long stateVersion)
    {
        for (var index = 0; index < threads.Length; index++)
        {
            var (expected, length, revision) = (commit.Threads[index], threads[index]?.Length ?? 0, threads[index]?.Revision ?? 0);
            if (length != expected.ExpectedLength || revision != expected.ExpectedRevision)
            {
                return CommitResult.ThreadConflict(expected.Thread, length);
            }
        }

        return commit.State is { } state && state.ExpectedVersion != stateVersion ? CommitResult.StateConflict(stateVersion) : null;
    }

    // All or nothing was written: one part that is there is proof for the others.
    private bool IsRepeat(SqliteThread? thread, ThreadCommit commit, string commitId)
    {
        if (thread is null || thread.LastCommit == commitId)
        {
            return thread is not null;
        }

        _findFirst ??= Prepare("SELECT first_of FROM promptkit_messages WHERE thread = $1 AND position = $2");
        return commit.ExpectedLength < thread.Length && _findFirst.Scalar(thread.Key, commit.ExpectedLength) as string == commitId;
    }

    private SqliteThread? FindThread(long session, string name)
    {
        _findThread ??= Prepare("SELECT key, length, revision, last_commit FROM promptkit_threads WHERE session = $1 AND name = $2");
        using var row = _findThread.Query(session, name);
        return row.Read() ? new SqliteThread(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3)) : null;
    }

    private void Write(SessionCommit commit, long session, SqliteThread?[] threads)
    {
        for (var index = 0; index < threads.Length; index++)
        {
            var thread = commit.Threads[index];
            if (threads[index] is { } found)
            {
                _updateThread ??= Prepare(
                    """
                    UPDATE promptkit_threads SET length = length + $2, revision = revision + 1, last_commit = $3, properties = $4
                    WHERE key = $1
                    """
                );
                _updateThread.Execute(found.Key, thread.Messages.Count, commit.CommitId, SqliteStatement.Blob(thread.Properties));
                Append(found.Key, thread, commit.CommitId);
            }
            else
            {
                Append(InsertThread(session, thread, commit.CommitId), thread, commit.CommitId);
            }
        }

        if (commit.State is { } state)
        {
            _updateState ??= Prepare(
                "UPDATE promptkit_sessions SET state = $2, state_version = state_version + 1, state_commit = $3 WHERE key = $1"
            );
            _updateState.Execute(session, SqliteStatement.Blob(state.State), commit.CommitId);
        }
    }

    private long InsertThread(long session, ThreadCommit thread, string commitId)
    {
        _insertThread ??= Prepare(
            """
            INSERT INTO promptkit_threads (session, name, length, revision, last_commit, properties)
            VALUES ($1, $2, $3, 1, $4, $5) RETURNING key
            """
        );
        var properties = SqliteStatement.Blob(thread.Properties);
        return (long)_insertThread.Scalar(session, thread.Thread, thread.Messages.Count, commitId, properties)!;
    }

    private void Append(long thread, ThreadCommit commit, string commitId)
    {
        _insertMessage ??= Prepare("INSERT INTO promptkit_messages (thread, position, payload, first_of) VALUES ($1, $2, $3, $4)");
        for (var index = 0; index < commit.Messages.Count; index++)
        {
            var payload = SqliteStatement.Blob(commit.Messages[index]);
            _insertMessage.Execute(thread, commit.ExpectedLength + index, payload, index == 0 ? commitId : null);
        }

        if (commit.TurnId is { } turnId && commit.Messages.Count > 0)
        {
            _insertTurn ??= Prepare("INSERT OR IGNORE INTO promptkit_turns (thread, turn, position) VALUES ($1, $2, $3)");
            _insertTurn.Execute(thread, KeyHash.OfTurn(turnId), commit.ExpectedLength);
        }
    }

    private void Delete(long session)
    {
        const string threads = "(SELECT key FROM promptkit_threads WHERE session = $1)";
        foreach (
            var sql in (string[])
                [
                    $"DELETE FROM promptkit_messages WHERE thread IN {threads}",
                    $"DELETE FROM promptkit_turns WHERE thread IN {threads}",
                    "DELETE FROM promptkit_threads WHERE session = $1",
                    "DELETE FROM promptkit_sessions WHERE key = $1",
                ]
        )
        {
            using var statement = new SqliteStatement(connection, sql);
            statement.Execute(session);
        }
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
