using System.Text;

namespace PromptKit.Tests.Sessions;

/// <summary>Long threads: a reducer decides what is sent, and nothing else.</summary>
public class HistoryReducerTests
{
    private readonly InMemorySessionStore _store = new();
    private readonly AIFunction _tool = AIFunctionFactory.Create(() => "1", "a");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhateverAReducerDoes_WhatIsStoredStaysAsItIs(bool streaming)
    {
        var reducer = new FakeReducer(messages =>
        {
            foreach (var message in messages)
            {
                message.Contents = [new TextContent("changed")];
                message.AdditionalProperties = new() { ["marked"] = true };
            }

            ((List<ChatMessage>)messages).RemoveAt(0);
            return messages;
        });
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, reducer);
        await chat.TakeTurnAsync(streaming, "one", cancellationToken: Token);
        await chat.TakeTurnAsync(streaming, "two", cancellationToken: Token);

        Assert.Equal(["assistant: changed", "user: two"], model.Requests[1].Messages.Lines());
        string[] stored = ["user: one", "assistant: ok", "user: two", "assistant: ok"];
        Assert.Equal(stored, chat.Messages.Lines());
        Assert.Equal(stored, (await chat.ReadAsync(0, 10, Token)).Lines());
        Assert.All(chat.Messages, message => Assert.Null(message.AdditionalProperties));
    }

    [Fact]
    public async Task AReducer_NeverSeesThePreamble_WhichIsAlwaysSent()
    {
        var reducer = new FakeReducer(_ => []);
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model, new SessionManagerOptions { HistoryReducer = reducer }).Chat(system: "Be kind.");
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        Assert.Equal(["user: one", "assistant: ok"], Assert.Single(reducer.Asked));
        Assert.Equal(["system: Be kind.", "user: two"], model.Requests[1].Messages.Lines());
    }

    [Fact]
    public async Task AReducerThatSaysNothingOfItself_IsAskedAtEveryTurn_AboutItsOwnResultAndWhatIsNew()
    {
        var reducer = new FakeReducer(messages => [new ChatMessage(ChatRole.User, $"{messages.Count} before")]);
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, reducer);
        foreach (var text in new[] { "one", "two", "three" })
        {
            await chat.SendAsync(text, Token);
        }

        Assert.Equal(2, reducer.Asked.Count);
        Assert.Equal(["user: 2 before", "user: two", "assistant: ok"], reducer.Asked[1]);
        Assert.Equal(["user: 3 before", "user: three"], model.Requests[2].Messages.Lines());
    }

    [Fact]
    public async Task AReducerIsNotAskedAgain_WhenNothingIsNew()
    {
        var reducer = new FakeReducer(messages => messages.Skip(1));
        var model = new ScriptedChatClient().Enqueue("ok", ScriptedReply.Failure(new HttpRequestException()), "ok");
        var chat = await ChatAsync(model, reducer);
        await chat.SendAsync("one", Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.SendAsync("two", Token));
        await chat.SendAsync("two", Token);

        Assert.Single(reducer.Asked);
        Assert.Equal(["assistant: ok", "user: two"], model.Requests[2].Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItIsAskedOnceATurn_WhoseOwnRoundsAreSentAsTheyAre(bool streaming)
    {
        var reducer = new FakeReducer(_ => []);
        var model = new ScriptedChatClient().Enqueue("ok", ScriptedReply.Call("a"), ScriptedReply.Call("a"), "done");
        var chat = await ChatAsync(model, reducer, _tool);
        await chat.TakeTurnAsync(streaming, "one", cancellationToken: Token);
        await chat.TakeTurnAsync(streaming, "two", cancellationToken: Token);

        Assert.Single(reducer.Asked);
        Assert.Equal(["user: two", "assistant: a()", "tool: =1", "assistant: a()", "tool: =1"], model.Requests[3].Messages.Story());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task WhatItLeavesUnpaired_IsNotSent(bool streaming, bool withoutCalls)
    {
        var reducer = new FakeReducer(messages =>
            messages.Where(message =>
                !message.Contents.Any(content => withoutCalls ? content is FunctionCallContent : content is FunctionResultContent)
            )
        );
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done").Otherwise("ok");
        await (await ChatAsync(model, null, _tool)).SendAsync("one", Token);
        var chat = await ChatAsync(model, reducer, _tool);

        await chat.TakeTurnAsync(streaming, "two", cancellationToken: Token);

        Assert.Equal(["user: one", "assistant: done", "user: two"], model.Requests[^1].Messages.Story());
    }

    [Fact]
    public async Task OfParallelCalls_ThoseWithAResultAreSent()
    {
        var reducer = new FakeReducer(messages =>
        {
            messages[2].Contents.RemoveAt(1);
            return messages;
        });
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new FunctionCallContent("1", "a"), new FunctionCallContent("2", "a")] },
            "done",
            "ok"
        );
        var chat = await ChatAsync(model, reducer, _tool);
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        Assert.Equal(["user: one", "assistant: a()", "tool: =1", "assistant: done", "user: two"], model.Requests[^1].Messages.Story());
        Assert.Equal(2, chat.Messages[2].Contents.Count);
    }

    [Fact]
    public async Task CallsArePairedByPlace_BecauseServicesGiveTheSameIdsAgain()
    {
        var reducer = new FakeReducer(messages => messages.Where((_, index) => index is not (2 or 5)));
        var model = new ScriptedChatClient().Enqueue(Call("first"), "ok", Call("second"), "ok", "end");
        var without = await ChatAsync(model, null, _tool);
        await without.SendAsync("one", Token);
        await without.SendAsync("two", Token);

        await (await ChatAsync(model, reducer, _tool)).SendAsync("three", Token);

        // The result of the first call and the call of the second are gone: the ids that are left are the same, and no pair.
        Assert.Equal(
            ["user: one", "assistant: first", "assistant: ok", "user: two", "assistant: ok", "user: three"],
            model.Requests[^1].Messages.Story()
        );

        static ScriptedReply Call(string text) => new() { Contents = [new TextContent(text), new FunctionCallContent("call_0", "a")] };
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallsThatWaitForApproval_AreNotReduced(bool streaming)
    {
        var reducer = new FakeReducer(_ => []);
        var model = new ScriptedChatClient().Enqueue("ok", ScriptedReply.Call("a"), "done");
        var chat = await ChatAsync(model, reducer, new ApprovalRequiredAIFunction(_tool));
        await chat.TakeTurnAsync(streaming, "one", cancellationToken: Token);
        await chat.TakeTurnAsync(streaming, "two", cancellationToken: Token);
        await chat.ApproveAsync(Assert.Single(chat.PendingApprovals), Token);
        var reply = await chat.TakeUpAsync(streaming, cancellationToken: Token);

        Assert.Equal("done", reply.Text);
        Assert.Equal(["assistant: a()", "tool: =1"], model.Requests[^1].Messages.Story());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatItThrows_TheTurnThrows_AndNothingHappened(bool streaming)
    {
        var error = new FormatException();
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, new FakeReducer(_ => throw error));
        await chat.TakeTurnAsync(streaming, "one", cancellationToken: Token);

        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => chat.TakeTurnAsync(streaming, "two", cancellationToken: Token)));
        Assert.Equal((2, ChatStatus.Ready, 1), (chat.Messages.Count, chat.Status, model.Requests.Count));
    }

    [Fact]
    public async Task AReducerDoesNotSee_WhatThisVersionDoesNotKnow()
    {
        var reducer = new FakeReducer(messages => messages);
        var model = new ScriptedChatClient().Otherwise("ok");
        await new SessionManager(model, _store).CreateAsync("s", Token);
        await StoreAsync(
            """{"message":{"role":"user","contents":[{"$type":"hologram"},{"$type":"text","text":"one"}]}}""",
            """{"message":{"role":"assistant","contents":[{"$type":"hologram"}]}}""",
            """{"message":{"role":"assistant","contents":[{"$type":"text","text":"ok"}]}}"""
        );
        var chat = await ChatAsync(model, reducer);
        await chat.SendAsync("two", Token);

        Assert.Equal(["user: one", "assistant: ok"], reducer.Asked[^1]);
        Assert.Equal(["user: one", "assistant: ok", "user: two"], model.Requests[^1].Messages.Story());
        Assert.IsType<UnknownContent>(chat.Messages[0].Contents[0]);
    }

    [Fact]
    public async Task WhatAReducerMade_OutlivesTheProcess()
    {
        var reducer = new FakeReducer(messages => [new ChatMessage(ChatRole.User, "so far"), .. messages.Skip(messages.Count - 2)]);
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, reducer);
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);
        await chat.SendAsync("three", Token);

        var other = new FakeReducer(messages => messages);
        var again = await new SessionManager(model, _store, new SessionManagerOptions { HistoryReducer = other }).OpenAsync("s", Token);
        await again.Chat().SendAsync("four", Token);

        string[] view = ["user: so far", "user: two", "assistant: ok", "user: three", "assistant: ok"];
        Assert.Equal(view, Assert.Single(other.Asked));
        Assert.Equal([.. view, "user: four"], model.Requests[^1].Messages.Story());
    }

    [Fact]
    public async Task WithoutTheReducer_EverythingIsSentAgain()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, new FakeReducer(_ => [new ChatMessage(ChatRole.User, "so far")]));
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        await (await new SessionManager(model, _store).OpenAsync("s", Token)).Chat().SendAsync("three", Token);

        Assert.Equal(["user: one", "assistant: ok", "user: two", "assistant: ok", "user: three"], model.Requests[^1].Messages.Lines());
    }

    [Fact]
    public async Task ASummaryThatAnotherProcessMade_IsTaken()
    {
        var reducer = new FakeReducer(messages => messages.Count > 3 ? [new ChatMessage(ChatRole.User, "so far")] : messages);
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = await ChatAsync(model, reducer);
        await chat.SendAsync("one", Token);
        var manager = new SessionManager(model, _store, new SessionManagerOptions { HistoryReducer = reducer });
        var other = (await manager.OpenAsync("s", Token)).Chat();
        await other.SendAsync("two", Token);
        await other.SendAsync("three", Token);

        await Assert.ThrowsAsync<SessionConflictException>(() => chat.SendAsync("four", Token));
        await chat.SendAsync("four", Token);

        Assert.Equal(["user: so far", "user: three", "assistant: ok", "user: four"], model.Requests[^1].Messages.Lines());
    }

    private async Task<Chat> ChatAsync(IChatClient model, IChatReducer? reducer, params AITool[] tools)
    {
        var manager = new SessionManager(model, _store, new SessionManagerOptions { HistoryReducer = reducer });
        return (await manager.OpenOrCreateAsync("s", Token)).Chat(options: new ChatOptions { Tools = tools });
    }

    /// <summary>Writes as another version would.</summary>
    private async Task StoreAsync(params string[] messages)
    {
        var stored = await _store.OpenAsync("s", Token);
        var commit = new SessionCommit
        {
            SessionId = "s",
            Generation = stored!.Generation,
            CommitId = "c",
            FormatVersion = stored.FormatVersion,
            Threads =
            [
                new ThreadCommit
                {
                    Thread = "main",
                    ExpectedLength = 0,
                    ExpectedRevision = 0,
                    Messages = [.. messages.Select(message => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(message))],
                },
            ],
        };
        Assert.Equal(CommitStatus.Applied, (await _store.CommitAsync(commit, Token)).Status);
    }
}
