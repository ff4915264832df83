namespace PromptKit.Tests.Sessions;

/// <summary>Rules 3 to 5 and 10: what is committed when, and what a failure leaves. Streaming and not.</summary>
public class RoundTests
{
    private readonly FaultyStore _store = new(new InMemorySessionStore());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurnWithoutTools_IsOneCommit(bool streaming)
    {
        var chat = await ChatAsync(new ScriptedChatClient().Otherwise("ok"));
        await chat.TakeTurnAsync(streaming, "hi", cancellationToken: Token);

        Assert.Equal(2, Assert.Single(Assert.Single(_store.Commits).Threads).Messages.Count);
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARound_IsCommitted_BeforeTheNextModelCall(bool streaming)
    {
        var lengths = new List<int>();
        var model = new ScriptedChatClient().Otherwise(request =>
        {
            lengths.Add(_store.Commits.Sum(commit => commit.Threads[0].Messages.Count));
            return request.ToolResults.Count > 0 ? "done" : ScriptedReply.Call("a");
        });
        var chat = await ChatAsync(model, Tool("a", () => "1"));

        var reply = await chat.TakeTurnAsync(streaming, "hi", cancellationToken: Token);

        Assert.Equal([0, 3], lengths);
        Assert.Equal(["user: hi", "assistant: a()", "tool: =1", "assistant: done"], chat.Messages.Story());
        Assert.Equal(["assistant: a()", "tool: =1", "assistant: done"], reply.Messages.Story());
        Assert.Equal(ReplyOutcome.Completed, reply.Outcome);
        Assert.All(model.Requests, request => Assert.Equal(streaming, request.IsStreaming));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailureBetweenRounds_KeepsTheFinishedOnes_AndResumeFinishes(bool streaming)
    {
        var error = new HttpRequestException("503");
        var runs = 0;
        var model = new ScriptedChatClient().Enqueue(
            ScriptedReply.Call("a"),
            ScriptedReply.Call("a"),
            ScriptedReply.Failure(error, after: "half of it"),
            "done"
        );
        var chat = await ChatAsync(model, Tool("a", () => $"{++runs}"));

        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token)));
        string[] kept = ["user: hi", "assistant: a()", "tool: =1", "assistant: a()", "tool: =2"];
        Assert.Equal(kept, chat.Messages.Story());
        Assert.Equal(ChatStatus.Interrupted, chat.Status);

        var reply = await chat.TakeUpAsync(streaming, null, Token);
        Assert.Equal([.. kept, "assistant: done"], chat.Messages.Story());
        Assert.Equal("done", reply.Text);
        Assert.Equal(ChatStatus.Ready, chat.Status);
        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APlainSend_OnAnInterruptedThread_AppendsAfterTheKeptRounds(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), ScriptedReply.Failure(new HttpRequestException()), "done");
        var chat = await ChatAsync(model, Tool("a", () => "1"));
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        await chat.TakeTurnAsync(streaming, "never mind", null, Token);

        Assert.Equal(["user: hi", "assistant: a()", "tool: =1", "user: never mind", "assistant: done"], chat.Messages.Story());
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ResumeOnAReadyThread_IsAnError(bool streaming)
    {
        var chat = await ChatAsync(new ScriptedChatClient().Otherwise("ok"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeUpAsync(streaming, null, Token));
        await chat.SendAsync("hi", Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeUpAsync(streaming, null, Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancelledInTheSecondOfThreeCalls_EveryCallHasAResult(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply
            {
                Contents = [new FunctionCallContent("1", "a"), new FunctionCallContent("2", "b"), new FunctionCallContent("3", "a")],
            },
            "done"
        );
        var cancelling = AIFunctionFactory.Create(
            async (CancellationToken token) =>
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            "b"
        );
        var chat = await ChatAsync(model, Tool("a", () => "1"), cancelling);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.TakeTurnAsync(streaming, "hi", null, cancellation.Token));

        Assert.Equal(
            ["user: hi", "assistant: a() b() a()", $"tool: =1 ={ToolResult.Interrupted} ={ToolResult.Cancelled}"],
            chat.Messages.Story()
        );
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
        Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancelledBeforeAnyToolRan_LeavesTheThreadAsItWas(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var model = new ScriptedChatClient().Otherwise(_ =>
        {
            cancellation.Cancel();
            return ScriptedReply.Call("a");
        });
        var chat = await ChatAsync(model, Tool("a", () => "1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.TakeTurnAsync(streaming, "hi", null, cancellation.Token));
        Assert.Empty(chat.Messages);
        Assert.Equal(ChatStatus.Ready, chat.Status);
        Assert.Empty(_store.Commits);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailingTool_IsToldToTheModel_UntilItFailsTooOften(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise(ScriptedReply.Call("a"));
        var error = new FormatException("bad");
        var chat = await ChatAsync(model, AIFunctionFactory.Create(string () => throw error, "a"));

        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token)));

        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(9, chat.Messages.Count);
        Assert.Equal("tool: =Error: Function failed.", chat.Messages.Story().Last());
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AResultWithoutJson_BecomesAnErrorForTheModel_NotForTheTurn(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        var options = new AIFunctionFactoryOptions { Name = "a", MarshalResult = (result, _, _) => new(result) };
        var chat = await ChatAsync(model, AIFunctionFactory.Create(() => double.NaN, options));

        await chat.TakeTurnAsync(streaming, "hi", null, Token);
        Assert.Equal($"tool: ={ToolResult.NotWritable}", chat.Messages.Story().ElementAt(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AToolThatTerminates_LeavesNoCallWithoutResult(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new FunctionCallContent("1", "end"), new FunctionCallContent("2", "a")] },
            "done"
        );
        var end = AIFunctionFactory.Create(() => FunctionInvokingChatClient.CurrentContext!.Terminate = true, "end");
        var chat = await ChatAsync(model, end, Tool("a", () => "1"));

        var reply = await chat.TakeTurnAsync(streaming, "hi", null, Token);

        Assert.Equal(ReplyOutcome.Stopped, reply.Outcome);
        Assert.Equal(["user: hi", "assistant: end() a()", $"tool: =True ={ToolResult.Cancelled}"], chat.Messages.Story());
        Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AtTheToolRoundLimit_TheTurnStopsWithoutAnotherCall_AndResumeGrantsAsManyAgain(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise(ScriptedReply.Call("a"));
        var chat = await ChatAsync(model, Tool("a", () => "1"));
        var options = new SendOptions { MaxToolRounds = 2 };

        var reply = await chat.TakeTurnAsync(streaming, "hi", options, Token);
        Assert.Equal(ReplyOutcome.ToolRoundLimit, reply.Outcome);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal(5, chat.Messages.Count);
        Assert.Equal(ChatStatus.Interrupted, chat.Status);

        reply = await chat.TakeUpAsync(streaming, options, Token);
        Assert.Equal(ReplyOutcome.ToolRoundLimit, reply.Outcome);
        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(9, chat.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReusedCallIds_AreNoProblem(bool streaming)
    {
        var runs = 0;
        var model = new ScriptedChatClient().Enqueue(
            ScriptedReply.Call("a", callId: "call_0"),
            ScriptedReply.Call("a", callId: "call_0"),
            "done",
            new ScriptedReply { Contents = [new FunctionCallContent("call_0", "a"), new FunctionCallContent("call_0", "a")] },
            "done"
        );
        var chat = await ChatAsync(model, Tool("a", () => $"{++runs}"));

        await chat.TakeTurnAsync(streaming, "hi", null, Token);
        await chat.TakeTurnAsync(streaming, "again", null, Token);

        Assert.Equal(4, runs);
        Assert.Equal("tool: =3 =4", chat.Messages.Story().ElementAt(8));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UsageIsCountedPerModelCall_AndKeptWithTheThread(bool streaming)
    {
        var usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 1 };
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new FunctionCallContent("1", "a")], Usage = usage },
            new ScriptedReply { Contents = [new TextContent("done")], Usage = usage }
        );
        var chat = await ChatAsync(model, Tool("a", () => "1"));

        var reply = await chat.TakeTurnAsync(streaming, "hi", null, Token);
        Assert.Equal(20, reply.Usage?.InputTokenCount);
        Assert.Equal(2, chat.Usage?.OutputTokenCount);
        Assert.Null(usage.AdditionalCounts);
        Assert.Equal(10, usage.InputTokenCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFunctionInvokingClientOfTheCallers_RunsNothing_AndItsSettingsAreTakenOver(bool streaming)
    {
        var runs = 0;
        var invoked = 0;
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        using var client = model
            .AsBuilder()
            .UseFunctionInvocation(configure: functions =>
                functions.FunctionInvoker = (context, token) =>
                {
                    invoked++;
                    return context.Function.InvokeAsync(context.Arguments, token);
                }
            )
            .Build();
        var chat = await ChatAsync(client, Tool("a", () => $"{++runs}"));

        await chat.TakeTurnAsync(streaming, "hi", null, Token);

        Assert.Equal((1, 1), (runs, invoked));
        Assert.Equal(2, _store.Commits.Count);
        Assert.All(model.Requests[0].Options!.Tools!, tool => Assert.IsNotType<AIFunction>(tool, exactMatch: false));
    }

    private static AIFunction Tool(string name, Func<string> run) => AIFunctionFactory.Create(run, name);

    private async Task<Chat> ChatAsync(IChatClient client, params AITool[] tools)
    {
        var session = await new SessionManager(client, _store).CreateAsync(cancellationToken: Token);
        return session.Chat(options: new ChatOptions { Tools = tools });
    }
}
