using Microsoft.Data.Sqlite;

namespace PromptKit;

/// <summary>A connection that reads, with its prepared statements. Used by one caller at a time, and never while that caller waits.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private const int MostBytes = 1024 * 1024;

    private const string Living = "(s.expires IS NULL OR s.expires > $2)";

    // One statement sees one state of the database: session and threads belong together.
    private readonly SqliteStatement _open = new(
        connection,
        $"""
        SELECT s.generation, s.format, s.state, s.state_version, s.created, s.updated, t.name, t.length, t.revision, t.properties
        FROM promptkit_sessions s LEFT JOIN promptkit_threads t ON t.session = s.key WHERE s.id = $1 AND {Living}
        """
    );

    private readonly SqliteStatement _findThread = new(
        connection,
        $"""
        SELECT t.key FROM promptkit_sessions s JOIN promptkit_threads t ON t.session = s.key
        WHERE s.id = $1 AND {Living} AND t.name = $3
        """
    );

    private readonly SqliteStatement _read = new(
        connection,
        "SELECT position, payload FROM promptkit_messages WHERE thread = $1 AND position >= $2 ORDER BY position LIMIT $3"
    );

    private readonly SqliteStatement _findTurn = new(
        connection,
        $"""
        SELECT u.position FROM promptkit_sessions s JOIN promptkit_threads t ON t.session = s.key JOIN promptkit_turns u ON u.thread = t.key
        WHERE s.id = $1 AND {Living} AND t.name = $3 AND u.turn = $4
        """
    );

    private readonly SqliteStatement _list = new(
        connection,
        $"""
        SELECT s.id, s.created, s.updated FROM promptkit_sessions s
        WHERE s.id >= $1 AND substr(s.id, 1, length($1)) = $1 AND {Living} AND (s.updated < $3 OR (s.updated = $3 AND s.id > $4))
        ORDER BY s.updated DESC, s.id LIMIT $5
        """
    );

    public StoredSession? Open(string sessionId, long now)
    {
        using var rows = _open.Query(sessionId, now);
        StoredSession? session = null;
        var threads = new List<StoredThread>();
        while (rows.Read())
        {
            session ??= new StoredSession
            {
                Id = sessionId,
                Generation = rows.GetString(0),
                FormatVersion = rows.GetInt32(1),
                State = rows.IsDBNull(2) ? default : rows.GetFieldValue<byte[]>(2),
                StateVersion = rows.GetInt64(3),
                CreatedAt = StoreTime.FromMicroseconds(rows.GetInt64(4)),
                UpdatedAt = StoreTime.FromMicroseconds(rows.GetInt64(5)),
                Threads = threads,
            };
            if (!rows.IsDBNull(6))
            {
                threads.Add(
                    new StoredThread
                    {
                        Name = rows.GetString(6),
                        Length = rows.GetInt64(7),
                        Revision = rows.GetInt64(8),
                        Properties = rows.GetFieldValue<byte[]>(9),
                    }
                );
            }
        }

        return session;
    }

    public long? FindThread(string sessionId, string thread, long now) => (long?)_findThread.Scalar(sessionId, now, thread);

    public long? FindTurn(string sessionId, string thread, string turnId, long now) =>
        (long?)_findTurn.Scalar(sessionId, now, thread, KeyHash.OfTurn(turnId));

    /// <summary>Some messages from here: all that were asked for, or as many as are worth to be held at once.</summary>
    public List<StoredMessage> Read(long thread, long from, int max)
    {
        using var rows = _read.Query(thread, from, max);
        var messages = new List<StoredMessage>();
        var bytes = 0;
        while (bytes < MostBytes && rows.Read())
        {
            var payload = rows.GetFieldValue<byte[]>(1);
            bytes += payload.Length;
            messages.Add(new StoredMessage(rows.GetInt64(0), payload));
        }

        return messages;
    }

    public List<SessionSummary> List(SessionQuery query, ContinuationToken after, long now)
    {
        using var rows = _list.Query(query.IdPrefix, now, after.Microseconds, after.Id, query.Max);
        var page = new List<SessionSummary>();
        while (rows.Read())
        {
            page.Add(SessionPage.Summary(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2)));
        }

        return page;
    }

    public void Dispose()
    {
        _open.Dispose();
        _findThread.Dispose();
        _read.Dispose();
        _findTurn.Dispose();
        _list.Dispose();
        connection.Dispose();
    }
}
