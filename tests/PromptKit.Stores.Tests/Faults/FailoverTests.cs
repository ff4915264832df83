using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>The server is lost for good, and its replica takes its place; the application has the addresses of both.</summary>
public sealed class FailoverTests : IDisposable
{
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise("answer");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _model.Dispose();

    /// <remarks>PostgreSQL replicates synchronously here; of Redis, the replica is waited for.</remarks>
    [Theory]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task AReplicaThatHasEverything_GoesOnWithEverything(string engine)
    {
        using var primary = await ServerProgram.NewAsync(engine);
        await primary.StartAsync();
        using var replica = await primary.StartReplicaAsync();
        using var store = (IDisposable)primary.Open(replica);
        var chat = (await new SessionManager(_model, (ISessionStore)store).CreateAsync("s", Token)).Chat();
        for (var turn = 0; turn < 5; turn++)
        {
            await chat.SendAsync($"turn {turn}", Token);
        }

        await primary.WaitForReplicaAsync();
        await primary.KillAsync();
        var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.SendAsync("while there is none", Token));
        Assert.True(primary.IsOwnError(unsaved.InnerException!), unsaved.ToString());

        await replica.PromoteAsync();
        await Outage.SaveAsync(chat, primary);
        await chat.SendAsync("after", Token);
        Assert.Equal(7 * 2, chat.Messages.Count);
        await Outage.ExpectStoredAsync((ISessionStore)store, chat);
    }

    [Fact]
    public async Task RedisThatSwitchesRoles_RefusesWritesUntilTheOtherIsFound_AndLosesNothing()
    {
        using var primary = (RedisProgram)await ServerProgram.NewAsync("redis");
        await primary.StartAsync();
        using var replica = await primary.StartReplicaAsync();
        using var store = (IDisposable)primary.Open(replica);
        var chat = (await new SessionManager(_model, (ISessionStore)store).CreateAsync("s", Token)).Chat();
        await chat.SendAsync("before", Token);
        await primary.WaitForReplicaAsync();
        await replica.PromoteAsync();
        await primary.FollowAsync(replica);

        try
        {
            await chat.SendAsync("after", Token);
        }
        catch (SessionUnsavedException exception)
        {
            Assert.True(primary.IsOwnError(exception.InnerException!), exception.ToString());
            await Outage.SaveAsync(chat, primary);
        }

        Assert.Equal(2 * 2, chat.Messages.Count);
        await using var alone = (RedisSessionStore)replica.Open();
        await Outage.ExpectStoredAsync(alone, chat);
    }

    /// <remarks>That is what asynchronous replication means. What was lost are the last turns, never one before another.</remarks>
    [Fact]
    public async Task ARedisReplicaThatLacksTheLastTurns_GoesOnWithoutThem_AndTheApplicationIsTold()
    {
        using var primary = (RedisProgram)await ServerProgram.NewAsync("redis");
        await primary.StartAsync();
        using var replica = (RedisProgram)await primary.StartReplicaAsync();
        using var store = (IDisposable)primary.Open(replica);
        var chat = (await new SessionManager(_model, (ISessionStore)store).CreateAsync("s", Token)).Chat();
        await chat.SendAsync("received", Token);
        await primary.WaitForReplicaAsync();
        await replica.SeverAsync();
        await chat.SendAsync("not received", Token);
        await primary.KillAsync();
        await replica.PromoteAsync();

        // The round that is sent meanwhile stands on turns that are gone: it cannot be written any more.
        var attempts = 0;
        SessionConflictException? conflict = null;
        while (conflict is null)
        {
            try
            {
                await (attempts++ == 0 ? chat.SendAsync("onwards", Token) : chat.ResumeAsync(cancellationToken: Token));
            }
            catch (SessionUnsavedException exception)
            {
                Assert.True(primary.IsOwnError(exception.InnerException!) && attempts < 50, exception.ToString());
            }
            catch (SessionConflictException exception)
            {
                conflict = exception;
            }
        }

        Assert.Equal((4L, 2L), (conflict.ExpectedLength, conflict.ActualLength));
        Assert.Equal("answer", conflict.Reply!.Text);
        await chat.SendAsync("onwards", Token);
        Assert.Equal(["received", "answer", "onwards", "answer"], chat.Messages.Select(message => message.Text));
        await Outage.ExpectStoredAsync((ISessionStore)store, chat);
    }
}
