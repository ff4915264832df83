using System.Threading.Channels;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>The server goes away and comes back, under an application that keeps running.</summary>
public sealed class LostServerTests : IDisposable
{
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise("answer");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("postgresql", true)]
    [InlineData("postgresql", false)]
    [InlineData("redis", true)]
    [InlineData("redis", false)]
    public async Task AServerThatIsRestarted_IsUsedAgain_WithEverything(string engine, bool isKilled)
    {
        using var server = await ServerProgram.NewAsync(engine);
        await server.StartAsync();
        using var disposable = (IDisposable)server.Open();
        var store = (ISessionStore)disposable;
        var chat = (await new SessionManager(_model, store).CreateAsync("s", Token)).Chat();
        await chat.SendAsync("before", Token);
        await (isKilled ? server.KillAsync() : server.StopAsync());

        // In between: an error of the provider's, and the reply is not lost.
        var unsaved = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.SendAsync("while it is away", Token));
        Assert.True(server.IsOwnError(unsaved.InnerException!), unsaved.ToString());
        Assert.Equal("answer", unsaved.Reply!.Text);
        Assert.Equal(ChatStatus.Unsaved, chat.Status);
        var reading = await Assert.ThrowsAnyAsync<Exception>(async () => await store.OpenAsync("s", Token));
        Assert.True(server.IsOwnError(reading), reading.ToString());

        await server.StartAsync();
        await Outage.SaveAsync(chat, server);
        await chat.SendAsync("after", Token);

        Assert.Equal(3 * 2, chat.Messages.Count);
        await Outage.ExpectStoredAsync(store, chat);
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task AServerThatStartsAfterItsApplication_IsFound(string engine)
    {
        using var server = await ServerProgram.NewAsync(engine);
        using var store = (IDisposable)server.Open();
        var manager = new SessionManager(_model, (ISessionStore)store);
        var early = await Assert.ThrowsAnyAsync<Exception>(() => manager.CreateAsync("s", Token));
        Assert.True(server.IsOwnError(early), early.ToString());

        await server.StartAsync();
        var chat = (await manager.CreateAsync("s", Token)).Chat();
        await chat.SendAsync("hello", Token);
        await Outage.ExpectStoredAsync((ISessionStore)store, chat);
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task ConnectionsThatAreCutAgainAndAgain_LoseNothing(string engine)
    {
        const int cuts = 20;
        using var server = await ServerProgram.NewAsync(engine);
        await server.StartAsync();
        using var store = (IDisposable)server.Open();
        var chat = (await new SessionManager(_model, (ISessionStore)store).CreateAsync("s", Token)).Chat();
        var begun = Channel.CreateUnbounded<int>();
        var cutting = Task.Run(
            async () =>
            {
                // Each in the middle of some turn.
                for (var cut = 0; cut < cuts; cut++)
                {
                    await begun.Reader.ReadAsync(Token);
                    await server.CutConnectionsAsync();
                }
            },
            Token
        );
        var turns = 0;
        while (!cutting.IsCompleted)
        {
            begun.Writer.TryWrite(turns);
            try
            {
                await chat.SendAsync($"turn {turns}", Token);
                turns++;
            }
            catch (SessionUnsavedException exception)
            {
                Assert.True(server.IsOwnError(exception.InnerException!), exception.ToString());
                await Outage.SaveAsync(chat, server);
                turns++;
            }
            catch (Exception exception) when (server.IsOwnError(exception))
            {
                // Cut off before the turn, when it asked what others wrote: nothing was said, and it is said again.
            }
        }

        await cutting;
        var texts = chat.Messages.Where(message => message.Role == Microsoft.Extensions.AI.ChatRole.User).Select(message => message.Text);
        Assert.Equal(Enumerable.Range(0, turns).Select(turn => $"turn {turn}"), texts);

        // Another one, with connections that nobody has cut.
        using var whole = (IDisposable)server.Open();
        await Outage.ExpectStoredAsync((ISessionStore)whole, chat);
    }
}
