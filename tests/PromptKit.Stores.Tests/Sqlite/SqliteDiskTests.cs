using Microsoft.Data.Sqlite;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Sqlite;

/// <summary>A disk that is full or read-only for real. What SQLite's own limit does is in <see cref="SqliteFaultTests"/>, for everywhere.</summary>
public sealed class SqliteDiskTests : IDisposable
{
    private const int Plenty = 64 * 1024;

    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise(new string('x', 20_000));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task ADiskThatRunsFull_IsAClearError_LosesNothing_AndWorksAgainWhenThereIsRoom()
    {
        using var disk = SmallDisk.New(kilobytes: 1024);
        await using var store = new SqliteSessionStore(ConnectionString(disk));
        var session = await new SessionManager(_model, store).CreateAsync("s", Token);
        var chat = session.Chat();
        var acknowledged = 0;
        var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(async () =>
        {
            for (; acknowledged < 1000; acknowledged++)
            {
                await chat.SendAsync($"turn {acknowledged}", Token);
            }
        });
        ExpectFull(unsaved);
        Assert.InRange(acknowledged, 5, 100);

        // Full as it is, everything acknowledged can be read, and what cannot be written keeps saying so.
        var read = await session.Chat().ReadAsync(0, int.MaxValue, Token);
        Assert.Equal(acknowledged * 2, read.Count);
        ExpectFull(await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.ResumeAsync(cancellationToken: Token)));

        disk.Resize(Plenty);
        await chat.ResumeAsync(cancellationToken: Token);
        await chat.SendAsync("after", Token);
        Assert.Equal((acknowledged + 2) * 2, chat.Messages.Count);
        await ExpectSoundAsync(disk, chat);
    }

    [Fact]
    public async Task ADiskThatIsFullFromTheStart_IsAClearError_AndWorksWhenThereIsRoom()
    {
        using var disk = SmallDisk.New(kilobytes: 64);
        var ballast = Path.Combine(disk.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[64 * 1024], Token);
        await using var store = new SqliteSessionStore(ConnectionString(disk));
        var manager = new SessionManager(_model, store);
        var exception = await Assert.ThrowsAsync<SqliteException>(() => manager.CreateAsync("s", Token));
        Assert.Contains("full", exception.Message, StringComparison.Ordinal);

        disk.Resize(Plenty);
        var chat = (await manager.CreateAsync("s", Token)).Chat();
        await chat.SendAsync("one", Token);
        await ExpectSoundAsync(disk, chat);
    }

    [Fact]
    public async Task AReadOnlyDisk_IsAClearError_AndTheFileStaysAsItIs()
    {
        using var disk = SmallDisk.New(Plenty);
        await using (var store = new SqliteSessionStore(ConnectionString(disk)))
        {
            await (await new SessionManager(_model, store).CreateAsync("s", Token)).Chat().SendAsync("one", Token);
        }

        var file = Path.Combine(disk.Path, "sessions.db");
        var before = await File.ReadAllBytesAsync(file, Token);
        disk.MakeReadOnly();
        await using var readOnly = new SqliteSessionStore(ConnectionString(disk));
        var exception = await Assert.ThrowsAsync<SqliteException>(async () =>
            await readOnly.CommitAsync(
                new SessionCommit
                {
                    SessionId = "new",
                    Generation = "g",
                    CommitId = "c",
                    FormatVersion = 1,
                    Creates = true,
                },
                Token
            )
        );
        Assert.True(exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN, exception.ToString());
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Token));
    }

    private static string ConnectionString(SmallDisk disk) => $"Data Source={Path.Combine(disk.Path, "sessions.db")}";

    private static void ExpectFull(SessionUnsavedException unsaved)
    {
        Assert.Equal(SQLitePCL.raw.SQLITE_FULL, Assert.IsType<SqliteException>(unsaved.InnerException).SqliteErrorCode);
        Assert.Contains("full", unsaved.Message, StringComparison.Ordinal);
    }

    private static async Task ExpectSoundAsync(SmallDisk disk, Chat chat)
    {
        await using (var connection = new SqliteConnection(ConnectionString(disk) + ";Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await check.ExecuteScalarAsync(Token));
        }

        using var other = new ScriptedChatClient();
        await using var again = new SqliteSessionStore(ConnectionString(disk));
        var read = await (await new SessionManager(other, again).OpenAsync("s", Token)).Chat().ReadAsync(0, int.MaxValue, Token);
        Assert.Equal(chat.Messages.Select(message => message.Text), read.Select(message => message.Text));
    }
}
