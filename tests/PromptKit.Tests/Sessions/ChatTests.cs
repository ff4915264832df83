namespace PromptKit.Tests.Sessions;

public class ChatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATurn_AddsTheUsersMessageAndTheAnswer()
    {
        var chat = new Session(new ScriptedChatClient().When("internet", "Is the router on?")).Chat();

        var reply = await chat.SendAsync("My internet keeps dropping.", Token);

        Assert.Equal("Is the router on?", reply.Text);
        Assert.Equal(["user: My internet keeps dropping.", "assistant: Is the router on?"], chat.Messages.Lines());
    }

    [Fact]
    public async Task AReply_TellsWhatTheModelTold()
    {
        var usage = new UsageDetails { InputTokenCount = 7, OutputTokenCount = 3 };
        var model = new ScriptedChatClient { ModelId = "m" }.Enqueue(
            new ScriptedReply
            {
                Contents = [new TextContent("cut o")],
                FinishReason = ChatFinishReason.Length,
                Usage = usage,
            }
        );

        var reply = await new Session(model).Chat().SendAsync("hi", Token);

        Assert.Equal(7, reply.Usage?.InputTokenCount);
        Assert.Equal(3, reply.Usage?.OutputTokenCount);
        Assert.Equal(ChatFinishReason.Length, reply.FinishReason);
        Assert.Equal("m", reply.ModelId);
        Assert.Equal("response_1", reply.ResponseId);
    }

    [Theory]
    [InlineData("stop", ReplyOutcome.Completed, false)]
    [InlineData("stop", ReplyOutcome.Completed, true)]
    [InlineData("length", ReplyOutcome.Truncated, false)]
    [InlineData("length", ReplyOutcome.Truncated, true)]
    [InlineData("content_filter", ReplyOutcome.Filtered, false)]
    [InlineData("content_filter", ReplyOutcome.Filtered, true)]
    public async Task AFinishReason_IsTheOutcome_AndWhatWasSaidIsKept(string reason, ReplyOutcome outcome, bool streaming)
    {
        var said = new ScriptedReply { Contents = [new TextContent("as far as it came")], FinishReason = new(reason) };
        var chat = new Session(new ScriptedChatClient().Enqueue(said)).Chat();

        Assert.Equal(outcome, (await chat.TakeTurnAsync(streaming, "hi", null, Token)).Outcome);
        Assert.Equal(["user: hi", "assistant: as far as it came"], chat.Messages.Lines());
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Fact]
    public async Task EveryTurn_SendsThePreamble_ThenTheHistory_ThenTheNewMessage()
    {
        var model = new ScriptedChatClient().Otherwise(request => $"heard {request.UserText}");
        var chat = new Session(model).Chat(system: "Be kind.");
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        Assert.Equal(["system: Be kind.", "user: one", "assistant: heard one", "user: two"], model.Requests[1].Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThePreamble_IsRenderedAtEveryTurn_AndNeverStored(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var preamble = new CountingPreamble();
        var chat = new Session(model).Chat(preamble);
        Assert.Equal(0, preamble.Renderings);
        await chat.TakeTurnAsync(streaming, "one", null, Token);
        await chat.TakeTurnAsync(streaming, "two", null, Token);

        Assert.Equal(["rendering 1", "rendering 2"], model.Requests.Select(request => request.SystemText));
        Assert.DoesNotContain(await chat.ReadAsync(0, 10, Token), message => message.Role == ChatRole.System);
        Assert.DoesNotContain(chat.Messages, message => message.Role == ChatRole.System);
    }

    [Fact]
    public async Task ThePreamblesOptions_AreSent_ButAsACopy()
    {
        var preamble = new CountingPreamble
        {
            Options = new() { Temperature = 0.5f, ConversationId = "c" },
        };
        ChatOptions? sent = null;
        var client = new FakeChatClient();
        var respond = client.Respond;
        client.Respond = (messages, options, token) =>
        {
            sent = options;
            return respond(messages, options, token);
        };

        await new Session(client).Chat(preamble).SendAsync("hi", Token);

        Assert.NotSame(preamble.Options, sent);
        Assert.Equal(0.5f, sent?.Temperature);
        Assert.Null(sent?.ConversationId);
    }

    [Fact]
    public async Task AConversationKeptByTheService_IsForgotten()
    {
        var client = new FakeChatClient
        {
            Respond = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")) { ConversationId = "c" }),
        };

        var reply = await new Session(client).Chat().SendAsync("hi", Token);

        Assert.Null(reply.ConversationId);
    }

    [Fact]
    public async Task AFailedModelCall_LeavesTheHistoryAsItWas_AndThrowsItsOwnException()
    {
        var error = new HttpRequestException("503");
        var chat = new Session(new ScriptedChatClient().Enqueue("fine", ScriptedReply.Failure(error), "fine again")).Chat();
        await chat.SendAsync("one", Token);
        var before = chat.Messages;

        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => chat.SendAsync("two", Token)));
        Assert.Equal(before.Lines(), chat.Messages.Lines());

        await chat.SendAsync("three", Token);
        Assert.Equal(["user: one", "assistant: fine", "user: three", "assistant: fine again"], chat.Messages.Lines());
    }

    [Fact]
    public async Task ACancelledModelCall_LeavesTheHistoryAsItWas()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("never");
        var chat = new Session(model).Chat();

        var turn = chat.SendAsync("hi", cancellation.Token);
        await gate.Reached;
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task OnceTheModelHasAnswered_TheTokenIsNoLongerObserved()
    {
        using var cancellation = new CancellationTokenSource();
        var client = new FakeChatClient
        {
            Respond = async (_, _, _) =>
            {
                await cancellation.CancelAsync();
                return new ChatResponse(new ChatMessage(ChatRole.Assistant, "answered"));
            },
        };
        var chat = new Session(client).Chat();

        Assert.Equal("answered", (await chat.SendAsync("hi", cancellation.Token)).Text);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task APreambleThatCannotBeRendered_LeavesTheHistoryAsItWas()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var preamble = new CountingPreamble { Error = new FormatException() };
        var chat = new Session(model).Chat(preamble);

        Assert.Same(preamble.Error, await Assert.ThrowsAsync<FormatException>(() => chat.SendAsync("one", Token)));
        Assert.Empty(chat.Messages);
        Assert.Empty(model.Requests);

        preamble.Error = null;
        await chat.SendAsync("two", Token);
        Assert.Equal(["user: two", "assistant: ok"], chat.Messages.Lines());
    }

    [Fact]
    public async Task ToolsRunByTheClient_AreStoredWithTheirResults()
    {
        var model = new ScriptedChatClient()
            .When(request => request.ToolResults.Count > 0, request => $"It is {request.ToolResults[0].Result}.")
            .When("weather", ScriptedReply.Call("weather"))
            .Otherwise("ok");
        var tool = AIFunctionFactory.Create(() => "sunny", "weather");
        using var client = model.AsBuilder().UseFunctionInvocation().Build();
        var chat = new Session(client).Chat(new CountingPreamble { Options = new() { Tools = [tool] } });

        var reply = await chat.SendAsync("How is the weather?", Token);
        await chat.SendAsync("Thanks", Token);

        Assert.Equal("It is sunny.", reply.Text);
        Assert.Equal(
            [ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.User, ChatRole.Assistant],
            chat.Messages.Select(message => message.Role)
        );
    }

    [Fact]
    public async Task ACallOfAnUnknownTool_IsAnsweredByAnError()
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("weather"), "ok");
        var chat = new Session(model).Chat();

        Assert.Equal("ok", (await chat.SendAsync("How is the weather?", Token)).Text);
        Assert.Contains("not found", $"{Assert.Single(model.Requests[1].ToolResults).Result}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallOfAToolWithoutABody_FailsTheTurn_BecauseItWouldSpoilTheHistory()
    {
        var tool = AIFunctionFactory.Create(() => "sunny", "weather").AsDeclarationOnly();
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("weather"), "ok");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [tool] });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => chat.SendAsync("How is the weather?", Token));
        Assert.StartsWith("The model called the tool 'weather', and nothing", error.Message, StringComparison.Ordinal);
        Assert.Empty(chat.Messages);
        Assert.Equal(ChatStatus.Ready, chat.Status);
        await chat.SendAsync("hi", Token);
    }

    [Fact]
    public async Task AnEmptyAnswer_IsReturned_ButNotSentAgain()
    {
        var model = new ScriptedChatClient().Enqueue("", "ok");
        var chat = new Session(model).Chat();

        Assert.Equal("", (await chat.SendAsync("one", Token)).Text);
        await chat.SendAsync("two", Token);

        Assert.Equal(["user: one", "user: two", "assistant: ok"], chat.Messages.Lines());
    }

    [Fact]
    public async Task Contents_AreSentAsOneUserMessage()
    {
        var model = new ScriptedChatClient().Otherwise("a cat");
        var image = new DataContent(new byte[] { 1, 2, 3 }, "image/png") { Name = "cat.png" };
        var chat = new Session(model).Chat();

        await chat.SendAsync([new TextContent("What is this?"), image], Token);
        await chat.SendStreamingAsync([image], Token).Reply;

        var sent = Assert.IsType<DataContent>(model.Requests[0].Messages[0].Contents[1]);
        Assert.Equal([1, 2, 3], sent.Data.ToArray());
        Assert.Equal("cat.png", sent.Name);
        Assert.Equal(["user: What is this?", "assistant: a cat", "user: ", "assistant: a cat"], chat.Messages.Lines());
    }
}
