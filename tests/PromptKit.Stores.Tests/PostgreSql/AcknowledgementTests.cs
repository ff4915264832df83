using Npgsql;

namespace PromptKit.Stores.Tests.PostgreSql;

/// <summary>The server writes a statement's rows first and commits afterwards: only what it says last is an acknowledgement.</summary>
public sealed class AcknowledgementTests(PostgreSqlDatabase database)
{
    // PostgreSQL runs what is deferred as it commits, which is behind the rows.
    private const string WaitInCommits = """
        CREATE FUNCTION acknowledgement.wait() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock(4711471147); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON acknowledgement.messages DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION acknowledgement.wait();
        """;

    private static CancellationToken TestToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACommitThatIsCancelledBehindItsRows_IsNotAcknowledged()
    {
        await using var store = new PostgreSqlSessionStore(database.DataSource, new() { Schema = "acknowledgement" });
        await using var holder = await database.DataSource.OpenConnectionAsync(TestToken);
        await ExecuteAsync(holder, "DROP SCHEMA IF EXISTS acknowledgement CASCADE");
        var creation = new SessionCommit
        {
            SessionId = "s",
            Generation = "g",
            CommitId = "1",
            FormatVersion = 1,
            Creates = true,
        };
        Assert.Equal(CommitResult.Applied, await store.CommitAsync(creation, TestToken));
        await ExecuteAsync(holder, WaitInCommits + "SELECT pg_advisory_lock(4711471147)");
        try
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestToken);
            var thread = new ThreadCommit
            {
                Thread = "main",
                ExpectedLength = 0,
                ExpectedRevision = 0,
                Messages = ["one"u8.ToArray()],
            };
            var commit = store
                .CommitAsync(creation with { CommitId = "2", Creates = false, Threads = [thread] }, cancellation.Token)
                .AsTask();
            await using var waiting = new NpgsqlCommand(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
                holder
            );
            while (await waiting.ExecuteScalarAsync(TestToken) is 0L && !commit.IsCompleted) { }

            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);
            Assert.Empty((await store.OpenAsync("s", TestToken))!.Threads);
        }
        finally
        {
            await ExecuteAsync(holder, "SELECT pg_advisory_unlock_all(); DROP SCHEMA acknowledgement CASCADE");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestToken);
    }
}
