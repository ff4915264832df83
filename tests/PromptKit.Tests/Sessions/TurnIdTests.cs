namespace PromptKit.Tests.Sessions;

/// <summary>Rule 11: a repeat of a turn's id gives the stored reply and calls nobody.</summary>
public class TurnIdTests
{
    private readonly InMemorySessionStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task ARepeat_GivesTheStoredReply_AlsoAfterARestart(bool streaming, bool restarted)
    {
        var usage = new UsageDetails { InputTokenCount = 3 };
        var model = new ScriptedChatClient().Enqueue(
            ScriptedReply.Call("a"),
            new ScriptedReply
            {
                Contents = [new TextContent("one")],
                FinishReason = ChatFinishReason.Length,
                Usage = usage,
            },
            "two"
        );
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] };
        var session = await new SessionManager(model, _store).CreateAsync(cancellationToken: Token);
        var chat = session.Chat(options: tools);
        var id = new SendOptions { TurnId = "request 1" };
        var first = await chat.TakeTurnAsync(streaming, "hi", id, Token);
        await chat.TakeTurnAsync(streaming, "more", new SendOptions { TurnId = "request 2" }, Token);

        if (restarted)
        {
            chat = (await new SessionManager(model, _store).OpenAsync(session.Id, Token)).Chat(options: tools);
        }

        var repeat = await chat.TakeTurnAsync(streaming, "hi", id, Token);

        Assert.Equal(3, model.Requests.Count);
        Assert.Equal(6, chat.Messages.Count);
        Assert.Equal(first.Messages.Story(), repeat.Messages.Story());
        Assert.Equal((first.Outcome, first.ModelId, first.ResponseId), (repeat.Outcome, repeat.ModelId, repeat.ResponseId));
        Assert.Equal(ReplyOutcome.Truncated, repeat.Outcome);
        Assert.Equal(first.Usage?.InputTokenCount, repeat.Usage?.InputTokenCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARepeatOfAnInterruptedTurn_FinishesIt_AndDoesNotSendTheMessageAgain(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), ScriptedReply.Failure(new HttpRequestException()), "done");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] });
        var id = new SendOptions { TurnId = "r" };
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", id, Token));

        Assert.Equal("done", (await chat.TakeTurnAsync(streaming, "hi", id, Token)).Text);
        Assert.Equal(["user: hi", "assistant: a()", "tool: =1", "assistant: done"], chat.Messages.Story());
        Assert.Equal("a", Assert.IsType<FunctionCallContent>((await chat.SendAsync("hi", id, Token)).Messages[0].Contents[0]).Name);
    }

    [Fact]
    public async Task ARepeatWhileTheTurnRuns_WaitsForItsReply()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Enqueue("once");
        var chat = new Session(model).Chat();
        var id = new SendOptions { TurnId = "r" };
        var first = chat.SendAsync("hi", id, Token);
        var second = chat.SendAsync("hi", id, Token);
        await gate.Reached;
        gate.Open();

        Assert.Equal("once", (await first).Text);
        Assert.Equal("once", (await second).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARepeatOfAnUnsavedTurn_SavesIt(bool streaming)
    {
        var store = new FaultyStore(_store);
        var model = new ScriptedChatClient().Enqueue("once");
        var chat = (await new SessionManager(model, store).CreateAsync(cancellationToken: Token)).Chat();
        var id = new SendOptions { TurnId = "r" };
        store.BeforeCommit = (_, _) => throw new IOException();
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "hi", id, Token));
        store.BeforeCommit = (_, _) => ValueTask.CompletedTask;

        Assert.Equal("once", (await chat.TakeTurnAsync(streaming, "hi", id, Token)).Text);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task OnAnotherThread_AnIdIsNew()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var session = new Session(model);
        var id = new SendOptions { TurnId = "r" };
        await session.Chat("a").SendAsync("hi", id, Token);
        await session.Chat("b").SendAsync("hi", id, Token);

        Assert.Equal(2, model.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARepeatOfATurnThatSaidNothing_HasItsOutcome(bool withTool)
    {
        var gate = new Gate();
        var model = new ScriptedChatClient
        {
            BeforeChunk = (chunk, token) =>
                !withTool || chunk.Request.ToolResults.Count > 0 ? gate.PassAsync(token) : ValueTask.CompletedTask,
        }.Otherwise(request => withTool && request.ToolResults.Count == 0 ? ScriptedReply.Call("a") : "never");
        var session = await new SessionManager(model, _store).CreateAsync("s", Token);
        var chat = session.Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] });
        var id = new SendOptions { TurnId = "r" };
        var stream = chat.SendStreamingAsync("hi", id, Token);
        var reply = stream.Reply;
        await gate.Reached;
        await stream.StopAsync();
        Assert.Equal(ReplyOutcome.Stopped, (await reply).Outcome);

        var requests = model.Requests.Count;
        foreach (var again in new[] { chat, (await new SessionManager(model, _store).OpenAsync("s", Token)).Chat() })
        {
            Assert.Equal(ReplyOutcome.Stopped, (await again.SendAsync("hi", id, Token)).Outcome);
        }

        Assert.Equal(requests, model.Requests.Count);
    }

    [Fact]
    public async Task AStreamedRepeat_EndsWithTheFinishReason()
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] });
        var id = new SendOptions { TurnId = "r" };
        await chat.SendAsync("hi", id, Token);

        var heard = "";
        await foreach (var update in chat.SendStreamingAsync("hi", id, Token))
        {
            heard += update.Text;
            if (update.FinishReason is not null)
            {
                break;
            }
        }

        Assert.Equal("done", heard);
    }
}
