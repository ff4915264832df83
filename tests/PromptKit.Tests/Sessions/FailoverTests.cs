namespace PromptKit.Tests.Sessions;

/// <summary>A store that fails over to a replica may lose its last commits. The session goes on with what is there.</summary>
public class FailoverTests
{
    private readonly FailedOverStore _store = new();
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise(request => $"heard {request.UserText}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task ThreadsThatLostTheirLastTurns_ConflictOnce_AndGoOnWithWhatIsThere(int? window)
    {
        var options = new SessionManagerOptions { HistoryReducer = window is { } count ? new CountingHistoryReducer(count) : null };
        var session = await new SessionManager(_model, _store, options).CreateAsync("s", Token);
        await session.Chat().SendAsync("one", Token);
        _store.Replicates = false;
        await session.Chat().SendAsync("lost", Token);
        await session.Chat("empty").SendAsync("lost", Token);
        _store.FailOver();

        foreach (var thread in (string[])["main", "empty"])
        {
            var chat = session.Chat(thread);
            var conflict = await Assert.ThrowsAsync<SessionConflictException>(() => chat.SendAsync("two", Token));
            Assert.Equal("heard two", conflict.Reply?.Text);
            Assert.DoesNotContain("user: lost", chat.Messages.Lines());
            Assert.Equal(ChatStatus.Ready, chat.Status);
            await chat.SendAsync("two", Token);
        }

        string[] all = ["user: one", "assistant: heard one", "user: two", "assistant: heard two"];
        Assert.Equal(all, (await session.Chat().ReadAsync(0, 10, Token)).Lines());
        Assert.Equal(all[2..], (await session.Chat("empty").ReadAsync(0, 10, Token)).Lines());
    }

    [Fact]
    public async Task AStateThatLostItsLastChange_GoesOnFromTheOneBefore()
    {
        var session = await new SessionManager(_model, _store).CreateAsync(new List<string> { "one" }, "s", Token);
        _store.Replicates = false;
        await session.UpdateStateAsync(state => [.. state, "lost"], Token);
        _store.FailOver();

        await session.UpdateStateAsync(state => [.. state, "two"], Token);

        Assert.Equal(["one", "two"], session.State);
    }
}
