namespace PromptKit.Stores.Tests.PostgreSql;

/// <summary>The server answers a statement with its rows first and commits afterwards: only what it says last is an acknowledgement.</summary>
public sealed class AcknowledgementTests(PostgreSqlDatabase database)
{
    // PostgreSQL checks what is deferred as it commits, which is behind the rows.
    private const string RefuseCommits = """
        CREATE FUNCTION acknowledgement.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not committed'; END $$;
        CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON acknowledgement.messages DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION acknowledgement.refuse();
        """;

    [Fact]
    public async Task ACommitThatTheServerCannotFinish_IsNotAcknowledged()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var store = new PostgreSqlSessionStore(database.DataSource, new() { Schema = "acknowledgement" });
        await ExecuteAsync("DROP SCHEMA IF EXISTS acknowledgement CASCADE");
        try
        {
            var creation = new SessionCommit
            {
                SessionId = "s",
                Generation = "g",
                CommitId = "1",
                FormatVersion = 1,
                Creates = true,
            };
            Assert.Equal(CommitResult.Applied, await store.CommitAsync(creation, cancellationToken));
            await ExecuteAsync(RefuseCommits);
            var thread = new ThreadCommit
            {
                Thread = "main",
                ExpectedLength = 0,
                ExpectedRevision = 0,
                Messages = ["one"u8.ToArray()],
            };

            await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
                store.CommitAsync(creation with { CommitId = "2", Creates = false, Threads = [thread] }, cancellationToken).AsTask()
            );

            Assert.Empty((await store.OpenAsync("s", cancellationToken))!.Threads);
        }
        finally
        {
            await ExecuteAsync("DROP SCHEMA IF EXISTS acknowledgement CASCADE");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
