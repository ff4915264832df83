using Microsoft.Data.Sqlite;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Sqlite;

/// <summary>What the file system may do to a SQLite file.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={_folder.File("sessions.db")}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFullDisk_IsAClearError_AndTheDatabaseStaysSound()
    {
        var pages = 0L;
        using var model = new ScriptedChatClient().Otherwise(new string('x', 20_000));
        await using (
            var store = new SqliteSessionStore(() =>
            {
                var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
                connection.Open();
                if (pages > 0)
                {
                    // SQLite's own limit fails as a disk without room does: SQLITE_FULL, in the middle of a transaction.
                    Execute(connection, $"PRAGMA max_page_count = {pages}");
                }

                return connection;
            })
        )
        {
            pages = 60;
            var chat = (await new SessionManager(model, store).CreateAsync("s", Token)).Chat();
            var sent = 0;
            var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(async () =>
            {
                while (sent < 1000)
                {
                    await chat.SendAsync($"turn {sent}", Token);
                    sent++;
                }
            });
            Assert.Equal(SQLitePCL.raw.SQLITE_FULL, Assert.IsType<SqliteException>(unsaved.InnerException).SqliteErrorCode);
            Assert.Contains("full", unsaved.Message, StringComparison.Ordinal);
            Assert.InRange(sent, 1, 100);
            Assert.Equal("ok", Check());

            // Somebody has made room: the writer opens the file again after a failure, and the same commit is tried again.
            pages = 100_000;
            await chat.ResumeAsync(cancellationToken: Token);
            await chat.SendAsync("after", Token);
            Assert.Equal((sent + 2) * 2, chat.Messages.Count);
        }

        Assert.Equal("ok", Check());
        await using var again = new SqliteSessionStore(ConnectionString);
        var read = await (await new SessionManager(model, again).OpenAsync("s", Token)).Chat().ReadAsync(0, int.MaxValue, Token);
        Assert.Equal("after", read[^2].Text);
    }

    [Fact]
    public async Task OneCommitThatFails_DoesNotTakeTheOthersOfItsGroupAlong()
    {
        await using var store = new SqliteSessionStore(ConnectionString);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => CommitAsync(number).AsTask()));
        Assert.Equal(19, await store.ListAsync(new SessionQuery(), Token).CountAsync(Token));

        async ValueTask CommitAsync(int number)
        {
            var creation = new SessionCommit
            {
                SessionId = $"s{number}",
                Generation = "g",
                CommitId = $"c{number}",
                FormatVersion = 1,
                Creates = true,
                // Two messages of one position cannot be: a broken caller, found out in the middle of writing.
                Threads = number == 7 ? [Thread("a"), Thread("a")] : [Thread("a")],
            };
            if (number == 7)
            {
                await Assert.ThrowsAsync<SqliteException>(async () => await store.CommitAsync(creation, Token));
            }
            else
            {
                Assert.Equal(CommitResult.Applied, await store.CommitAsync(creation, Token));
            }
        }

        static ThreadCommit Thread(string name) =>
            new()
            {
                Thread = name,
                ExpectedLength = 0,
                ExpectedRevision = 0,
                Messages = ["m"u8.ToArray()],
            };
    }

    [Fact]
    public async Task AReadOnlyFile_CanBeRead_AndWritingIsAClearError()
    {
        using var model = new ScriptedChatClient().Otherwise("answer");
        await using (var store = new SqliteSessionStore(ConnectionString))
        {
            await (await new SessionManager(model, store).CreateAsync("s", Token)).Chat().SendAsync("one", Token);
        }

        await using var readOnly = new SqliteSessionStore(ConnectionString + ";Mode=ReadOnly");
        var chat = (await new SessionManager(model, readOnly).OpenAsync("s", Token)).Chat();
        var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.SendAsync("two", Token));
        Assert.Contains("readonly", unsaved.Message, StringComparison.Ordinal);
        Assert.Equal(2, chat.Messages.Count);
        Assert.Equal("ok", Check());
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_IsAClearError_AndStaysAsItIs()
    {
        var file = _folder.File("sessions.db");
        var text = string.Concat(Enumerable.Repeat("not a database. ", 1000));
        await File.WriteAllTextAsync(file, text, Token);
        await using var store = new SqliteSessionStore(ConnectionString);
        var exception = await Assert.ThrowsAsync<SqliteException>(async () => await store.OpenAsync("s", Token));
        Assert.Contains("not a database", exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task WhileAnotherProcessHoldsTheLock_ACommitWaits_ButNotForEver()
    {
        await using var store = new SqliteSessionStore(ConnectionString, new() { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        using var model = new ScriptedChatClient().Otherwise("answer");
        var chat = (await new SessionManager(model, store).CreateAsync("s", Token)).Chat();
        using (var other = new SqliteConnection(ConnectionString + ";Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.SendAsync("one", Token));
            Assert.Contains("locked", unsaved.Message, StringComparison.Ordinal);
        }

        await chat.ResumeAsync(cancellationToken: Token);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Theory]
    [InlineData(null, 2L)]
    [InlineData(SqliteDurability.Full, 2L)]
    [InlineData(SqliteDurability.Normal, 1L)]
    public async Task EveryConnection_IsInWalMode_AndFlushesEachCommitUnlessToldOtherwise(SqliteDurability? durability, long synchronous)
    {
        List<SqliteConnection> made = [];
        var options = durability is { } chosen ? new SqliteSessionStoreOptions { Durability = chosen } : null;
        await using var store = new SqliteSessionStore(
            () =>
            {
                made.Add(new SqliteConnection(ConnectionString + ";Pooling=False"));
                return made[^1];
            },
            options
        );
        await store.DeleteAsync("s", Token);
        await store.OpenAsync("s", Token);

        var open = made.Where(connection => connection.State == System.Data.ConnectionState.Open).ToArray();
        Assert.Equal(2, open.Length);
        Assert.All(
            open,
            connection => Assert.Equal((synchronous, "wal"), (Ask(connection, "synchronous"), Ask(connection, "journal_mode")))
        );
    }

    /// <remarks>The provider waits by sleeping, and then begins anew.</remarks>
    [Fact]
    public async Task WhileAnotherProcessHoldsTheLock_SQLiteWaits_AndNotItsProvider()
    {
        var begun = 0;
        await using var store = new SqliteSessionStore(
            () =>
            {
                var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
                connection.Open();
                SQLitePCL.raw.sqlite3_trace(
                    connection.Handle,
                    (_, statement) => begun += statement.StartsWith("BEGIN", StringComparison.Ordinal) ? 1 : 0,
                    null
                );
                return connection;
            },
            new() { BusyTimeout = TimeSpan.FromMilliseconds(50) }
        );
        await store.OpenAsync("s", Token);
        begun = 0;
        using var other = new SqliteConnection(ConnectionString + ";Pooling=False");
        other.Open();
        Execute(other, "BEGIN IMMEDIATE");

        var busy = await Assert.ThrowsAsync<SqliteException>(async () => await store.DeleteAsync("s", Token));
        Assert.Equal((SQLitePCL.raw.SQLITE_BUSY, 1), (busy.SqliteErrorCode, begun));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Mode=Memory;Data Source=x")]
    [InlineData("")]
    public void MemoryIsNotAFile(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new SqliteSessionStore(connectionString));

    [Fact]
    public void APathAlone_IsNoConnectionString_AndTheErrorSaysWhatIs()
    {
        var error = Assert.Throws<ArgumentException>(() => new SqliteSessionStore("shop.db"));
        Assert.Contains("Write 'Data Source=shop.db'", error.Message, StringComparison.Ordinal);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return command.ExecuteScalar();
    }

    private string Check()
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        return (string)Ask(connection, "integrity_check")!;
    }
}
