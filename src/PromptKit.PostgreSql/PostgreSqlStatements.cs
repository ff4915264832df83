using Npgsql;
using NpgsqlTypes;

namespace PromptKit;

/// <summary>The statements of one schema, and their parameters.</summary>
internal sealed class PostgreSqlStatements(string schema)
{
    private const string Living = "(s.expires IS NULL OR s.expires > $2)";

    // One statement sees one state of the database: session and threads belong together.
    private readonly string _open = $"""
        SELECT s.generation, s.format, s.state, s.state_version, s.created, s.updated, t.name, t.length, t.revision, t.properties
        FROM {schema}.sessions s LEFT JOIN {schema}.threads t ON t.session = s.key WHERE s.id_hash = $1 AND {Living}
        """;

    // The limit is inside, where the index gives the order: otherwise all that follows would be read and sorted.
    private readonly string _readFirst = $"""
        SELECT m.thread, m.position, m.payload
        FROM {schema}.sessions s JOIN {schema}.threads t ON t.session = s.key CROSS JOIN LATERAL (
            SELECT * FROM {schema}.messages WHERE thread = t.key AND position >= $4 ORDER BY position LIMIT $5
        ) m
        WHERE s.id_hash = $1 AND {Living} AND t.name = $3 ORDER BY m.position
        """;

    private readonly string _readNext = $"""
        SELECT m.thread, m.position, m.payload FROM {schema}.messages m WHERE m.thread = $1 AND m.position >= $2 ORDER BY m.position LIMIT $3
        """;

    private readonly string _findTurn = $"""
        SELECT u.position
        FROM {schema}.sessions s JOIN {schema}.threads t ON t.session = s.key JOIN {schema}.turns u ON u.thread = t.key
        WHERE s.id_hash = $1 AND {Living} AND t.name = $3 AND u.turn = $4
        """;

    private readonly string _list = $"""
        SELECT s.id, s.created, s.updated FROM {schema}.sessions s
        WHERE s.id >= $1 AND starts_with(s.id, $1) AND {Living} AND (s.updated < $3 OR (s.updated = $3 AND s.id > $4))
        ORDER BY s.updated DESC, s.id LIMIT $5
        """;

    private readonly string _commit =
        $"SELECT * FROM {schema}.commit_v1($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    private readonly string _delete = $"SELECT {schema}.delete_v1($1, $2)";

    private readonly string _purge = $"SELECT {schema}.purge_v1($1, $2)";

    public NpgsqlCommand Open(string sessionId, long now) => Make(_open, Hash(sessionId), Time(now));

    public NpgsqlCommand ReadFirst(string sessionId, string thread, long from, int max, long now) =>
        Make(_readFirst, Hash(sessionId), Time(now), Value(thread), Value(from), Value(max));

    public NpgsqlCommand ReadNext(long thread, long from, int max) => Make(_readNext, Value(thread), Value(from), Value(max));

    public NpgsqlCommand FindTurn(string sessionId, string thread, string turnId, long now) =>
        Make(_findTurn, Hash(sessionId), Time(now), Value(thread), Value(KeyHash.OfTurn(turnId)));

    public NpgsqlCommand List(SessionQuery query, ContinuationToken? after, long now) =>
        Make(
            _list,
            Value(query.IdPrefix),
            Time(now),
            after is { } token ? Time(token.Microseconds) : Value(DateTime.MaxValue, NpgsqlDbType.TimestampTz),
            Value(after?.Id ?? ""),
            Value(query.Max)
        );

    public NpgsqlCommand Delete(string sessionId, long now) => Make(_delete, Hash(sessionId), Time(now));

    public NpgsqlCommand Purge(long now, int max) => Make(_purge, Time(now), Value(max));

    public NpgsqlCommand Commit(SessionCommit commit, long now, long? expires)
    {
        var threads = commit.Threads;
        var payloads = new List<byte[]>();
        foreach (var thread in threads)
        {
            foreach (var message in thread.Messages)
            {
                payloads.Add(message.ToArray());
            }
        }

        return Make(
            _commit,
            Value(commit.Creates),
            Hash(commit.SessionId),
            Value(commit.SessionId),
            Value(commit.Generation),
            Value(commit.FormatVersion),
            Value(commit.CommitId),
            Time(now),
            Time(expires),
            Value<string[]>([.. threads.Select(thread => thread.Thread)]),
            Value<long[]>([.. threads.Select(thread => thread.ExpectedLength)]),
            Value<long[]>([.. threads.Select(thread => thread.ExpectedRevision)]),
            Value<int[]>([.. threads.Select(thread => thread.Messages.Count)]),
            Value<byte[][]>([.. threads.Select(thread => thread.Properties.ToArray())]),
            Value<byte[]?[]>([.. threads.Select(thread => thread.TurnId is { } turnId ? KeyHash.OfTurn(turnId) : null)]),
            Value<byte[][]>([.. payloads]),
            commit.State is { } state ? Value(state.State.ToArray()) : Null(NpgsqlDbType.Bytea),
            commit.State is { } versioned ? Value(versioned.ExpectedVersion) : Null(NpgsqlDbType.Bigint)
        );
    }

    private static NpgsqlCommand Make(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    private static NpgsqlParameter Value<T>(T value, NpgsqlDbType type) =>
        new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter Null(NpgsqlDbType type) => new() { Value = DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Hash(string sessionId) => Value(KeyHash.OfSession(sessionId));

    private static NpgsqlParameter Time(long? microseconds) =>
        microseconds is { } time
            ? Value(StoreTime.FromMicroseconds(time).UtcDateTime, NpgsqlDbType.TimestampTz)
            : Null(NpgsqlDbType.TimestampTz);
}
