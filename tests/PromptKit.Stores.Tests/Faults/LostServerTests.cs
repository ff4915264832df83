using Npgsql;
using PromptKit.Testing;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>The server goes away and comes back, under an application that keeps running.</summary>
public sealed class LostServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSqlThatWasKilled_IsUsedAgainWhenItIsBack_WithEverything()
    {
        using var server = await ServerProgram.PostgreSqlAsync();
        await server.StartAsync();
        var connection = $"Host=127.0.0.1;Port={server.Port};Username=postgres;Database=postgres";
        await WaitForAsync(async () =>
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var command = source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(Token);
        });
        await using var store = new PostgreSqlSessionStore(connection);
        await GoesAwayAndComesBackAsync(store, server, exception => exception is NpgsqlException);
    }

    [Fact]
    public async Task RedisThatWasKilled_IsUsedAgainWhenItIsBack_WithEverything()
    {
        using var server = ServerProgram.Redis();
        await server.StartAsync();
        await using var store = new RedisSessionStore($"127.0.0.1:{server.Port},connectRetry=3,asyncTimeout=2000,syncTimeout=2000");
        await GoesAwayAndComesBackAsync(store, server, exception => exception is RedisException or RedisTimeoutException);
    }

    [Fact]
    public async Task PostgreSqlThatCutsItsConnections_IsUsedAgain()
    {
        using var server = await ServerProgram.PostgreSqlAsync();
        await server.StartAsync();
        var connection = $"Host=127.0.0.1;Port={server.Port};Username=postgres;Database=postgres";
        await using var admin = NpgsqlDataSource.Create(connection);
        await using var cut = admin.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        );
        await WaitForAsync(async () => await cut.ExecuteNonQueryAsync(Token));
        await using var store = new PostgreSqlSessionStore(connection);
        using var model = new ScriptedChatClient().Otherwise("answer");
        var chat = (await new SessionManager(model, store).CreateAsync("s", Token)).Chat();
        for (var turn = 0; turn < 5; turn++)
        {
            await chat.SendAsync($"turn {turn}", Token);
            await cut.ExecuteNonQueryAsync(Token);
            var (failed, fails) = (false, 0);
            do
            {
                try
                {
                    failed = false;
                    await chat.SendAsync($"after a cut {turn}.{fails}", Token);
                }
                catch (SessionUnsavedException exception)
                {
                    Assert.IsType<NpgsqlException>(exception.InnerException, exactMatch: false);
                    failed = true;
                    fails++;
                }
            } while (failed && fails < 10);

            Assert.InRange(fails, 0, 5);
        }

        await ExpectSameAsync(store, chat);
    }

    private static async Task GoesAwayAndComesBackAsync(ISessionStore store, ServerProgram server, Func<Exception, bool> isClear)
    {
        using var model = new ScriptedChatClient().Otherwise("answer");
        var options = new SessionManagerOptions { CommitTimeout = TimeSpan.FromSeconds(3) };
        var manager = new SessionManager(model, store, options);
        var chat = (await manager.CreateAsync("s", Token)).Chat();
        for (var round = 0; round < 3; round++)
        {
            await chat.SendAsync($"before {round}", Token);
            await server.KillAsync();
            var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.SendAsync($"while it is away {round}", Token));
            Assert.True(isClear(unsaved.InnerException!) || unsaved.InnerException is OperationCanceledException, unsaved.ToString());
            Assert.Equal("answer", unsaved.Reply!.Text);
            Assert.Equal(ChatStatus.Unsaved, chat.Status);

            await server.StartAsync();
            await WaitForAsync(async () => await chat.ResumeAsync(cancellationToken: Token));
            Assert.Equal(ChatStatus.Ready, chat.Status);
            await chat.SendAsync($"after {round}", Token);
        }

        Assert.Equal(3 * 3 * 2, chat.Messages.Count);
        await ExpectSameAsync(store, chat);
    }

    private static async Task ExpectSameAsync(ISessionStore store, Chat chat)
    {
        using var other = new ScriptedChatClient();
        var again = (await new SessionManager(other, store).OpenAsync("s", Token)).Chat();
        var read = await again.ReadAsync(0, int.MaxValue, Token);
        Assert.Equal(chat.Messages.Select(message => message.Text), read.Select(message => message.Text));
    }

    // A server that listens is not at once one that answers.
    private static async Task WaitForAsync(Func<Task> action)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception exception) when (attempt < 200 && exception is not OperationCanceledException)
            {
                await Task.Delay(50, Token);
            }
        }
    }
}
