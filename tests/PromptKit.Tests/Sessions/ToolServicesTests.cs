using Microsoft.Extensions.DependencyInjection;

namespace PromptKit.Tests.Sessions;

/// <summary>The services that tools get.</summary>
public sealed class ToolServicesTests
{
    [Fact]
    public async Task TheToolsOfATurnShareAScope_AndTheNextTurnHasAnother()
    {
        var seen = new List<Scoped>();
        var remember = AIFunctionFactory.Create(
            (IServiceProvider services) =>
            {
                var scoped = services.GetRequiredService<Scoped>();
                Assert.False(scoped.IsDisposed);
                seen.Add(scoped);
            },
            "remember"
        );
        await using var provider = new ServiceCollection()
            .AddScoped<Scoped>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        var model = new ScriptedChatClient();
        for (var turn = 0; turn < 2; turn++)
        {
            model.Enqueue(ScriptedReply.Call("remember"), ScriptedReply.Call("remember"), "Done.");
        }

        var session = new Session(model, new SessionManagerOptions { Services = provider });
        var chat = session.Chat(options: new ChatOptions { Tools = [remember] });
        await chat.SendAsync("One.", TestContext.Current.CancellationToken);
        await chat.SendAsync("Two.", TestContext.Current.CancellationToken);

        Assert.Equal(4, seen.Count);
        Assert.Same(seen[0], seen[1]);
        Assert.Same(seen[2], seen[3]);
        Assert.NotSame(seen[0], seen[2]);
        Assert.All(seen, scoped => Assert.True(scoped.IsDisposed));
    }

    private sealed class Scoped : IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
