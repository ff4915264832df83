using PromptKit.Rendering;

namespace PromptKit.Tests.Sessions;

/// <summary>Rule 9.</summary>
public class StateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUpdateInATool_IsVisibleToItsTurnAtOnce_AndToOthersWhenItIsCommitted(bool streaming)
    {
        Session<Counter> session = null!;
        var seen = new List<int>();
        var tool = AIFunctionFactory.Create(
            async () =>
            {
                var inside = Session<Counter>.Current!;
                Assert.Same(session, inside);
                await inside.UpdateStateAsync(state => new Counter(state.Value + 1), Token);
                seen.Add(inside.State.Value);
                Task<int> outside;
                using (ExecutionContext.SuppressFlow())
                {
                    outside = Task.Run(() => session.State.Value, Token);
                }

                seen.Add(await outside);
            },
            "a"
        );
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        session = new Session<Counter>(model, new Counter(0));

        await session.Chat(options: new ChatOptions { Tools = [tool] }).TakeTurnAsync(streaming, "hi", null, Token);

        Assert.Equal([1, 0], seen);
        Assert.Equal(1, session.State.Value);
        Assert.Null(Session.Current);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FourThreadsWhoseToolsAllUpdateTheState_NeverConflict_AndEveryUpdateCounts(bool streaming)
    {
        const int turns = 250;
        var model = new ScriptedChatClient().Otherwise(request => request.ToolResults.Count > 0 ? "done" : ScriptedReply.Call("a"));
        var tool = AIFunctionFactory.Create(
            async () =>
            {
                await Task.Yield();
                await Session<Counter>.Current!.UpdateStateAsync(state => new Counter(state.Value + 1), Token);
            },
            "a"
        );
        var store = new FaultyStore(new InMemorySessionStore()) { BeforeCommit = async (_, _) => await Task.Yield() };
        var session = await new SessionManager(model, store).CreateAsync(new Counter(0), cancellationToken: Token);
        var options = new ChatOptions { Tools = [tool] };

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async number =>
                {
                    var chat = session.Chat($"t{number}", options: options);
                    for (var turn = 0; turn < turns; turn++)
                    {
                        await chat.TakeTurnAsync(streaming, "hi", null, Token);
                    }
                })
        );

        Assert.Equal(4 * turns, session.State.Value);
        var reopened = await new SessionManager(model, store).OpenAsync<Counter>(session.Id, Token);
        Assert.Equal(4 * turns, reopened.State.Value);
    }

    [Fact]
    public async Task OutsideOfATurn_AnUpdateIsCommittedAtOnce_OnTheNewestState()
    {
        var store = new InMemorySessionStore();
        var model = new ScriptedChatClient().Otherwise("ok");
        var one = await new SessionManager(model, store).CreateAsync(new Counter(1), "s", Token);
        var two = await new SessionManager(model, store).OpenAsync<Counter>("s", Token);

        await one.UpdateStateAsync(state => new Counter(state.Value + 10), Token);
        Assert.Equal(new Counter(22), await two.UpdateStateAsync(state => new Counter(state.Value * 2), Token));

        Assert.Equal(22, two.State.Value);
        Assert.Equal(11, one.State.Value);
        await new SessionManager(model, store).OpenAsync<Counter>("s", Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheUpdatesOfARoundThatIsDropped_AreDroppedWithIt(bool streaming)
    {
        var memory = new InMemorySessionStore();
        var model = new ScriptedChatClient().Otherwise(request =>
            request.UserText == "tool" && request.ToolResults.Count == 0 ? ScriptedReply.Call("a") : "ok"
        );
        var tool = AIFunctionFactory.Create(
            () => Session<Counter>.Current!.UpdateStateAsync(state => new Counter(state.Value + 1), Token).AsTask(),
            "a"
        );
        var session = await new SessionManager(model, memory).CreateAsync(new Counter(0), "s", Token);
        var chat = session.Chat(options: new ChatOptions { Tools = [tool] });
        await (await new SessionManager(model, memory).OpenAsync<Counter>("s", Token)).Chat().SendAsync("theirs", Token);

        await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "tool", null, Token));

        Assert.Equal(0, session.State.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APreambleThatFollowsTheState_IsRenderedFromTheStateOfItsTurn(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var session = new Session<Counter>(model, new Counter(1));
        var chat = session.Chat(new CounterPrompt(), state => new CounterInput(state.Value));

        await chat.TakeTurnAsync(streaming, "one", null, Token);
        await session.UpdateStateAsync(state => new Counter(2), Token);
        await chat.TakeTurnAsync(streaming, "two", null, Token);

        Assert.Equal(["counter 1", "counter 2"], model.Requests.Select(request => request.SystemText));
        Assert.Equal("counter", (await chat.SendAsync("three", Token)).Agent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUpdateThatFailsOnANewerState_LeavesItsRoundUnsaved_UntilItFits(bool streaming)
    {
        Session<Counter> session = null!;
        var store = new FaultyStore(new InMemorySessionStore());
        var tool = AIFunctionFactory.Create(
            async () =>
                await session.UpdateStateAsync(
                    state => state.Value < 1 ? new Counter(state.Value + 1) : throw new FormatException(),
                    Token
                ),
            "a"
        );
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        session = await new SessionManager(model, store).CreateAsync(new Counter(0), "s", Token);
        var other = await new SessionManager(model, store.Inner).OpenAsync<Counter>("s", Token);
        store.BeforeCommit = async (_, _) => await other.UpdateStateAsync(_ => new Counter(1), Token);
        var chat = session.Chat(options: new ChatOptions { Tools = [tool] });

        var error = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        Assert.IsType<FormatException>(error.InnerException);
        store.BeforeCommit = (_, _) => ValueTask.CompletedTask;
        await session.UpdateStateAsync(_ => new Counter(0), Token);

        Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Text);
        Assert.Equal(new Counter(1), session.State);
    }

    [Fact]
    public async Task RunAsync_MakesTheSessionCurrent_AndNothingElse()
    {
        var session = new Session<Counter>(new ScriptedChatClient(), new Counter(1));
        Assert.Same(session, await session.RunAsync(() => Task.FromResult(Session<Counter>.Current)));
        Assert.Null(Session.Current);
    }

    internal sealed record Counter(int Value);

    private sealed record CounterInput(int Value);

    private sealed class CounterPrompt : Prompt<CounterInput>
    {
        public override string Name => "counter";

        public override string SourceHash => "0";

        public override Preamble Render(CounterInput input) => new([new ChatMessage(ChatRole.System, $"counter {input.Value}")]);

        protected override CounterInput ReadInput(JsonInput json) => throw new NotSupportedException();
    }
}
