namespace PromptKit.Tests.Sessions;

/// <summary>A function-invoking client in the caller's pipeline runs nothing, and how it would have run the tools is how they run.</summary>
public class CallersFunctionInvocationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItsErrorDetailsAndItsLimitOfErrors_AreTakenOver(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise(ScriptedReply.Call("a"));
        var chat = Chat(
            model,
            functions => (functions.IncludeDetailedErrors, functions.MaximumConsecutiveErrorsPerRequest) = (true, 1),
            AIFunctionFactory.Create(string () => throw new FormatException("bad"), "a")
        );

        await Assert.ThrowsAsync<FormatException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal("tool: =Error: Function failed. Exception: bad", chat.Messages.Story().Last());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItsLimitOfRounds_IsTakenOver(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise(ScriptedReply.Call("a"));
        var chat = Chat(model, functions => functions.MaximumIterationsPerRequest = 3, AIFunctionFactory.Create(() => "1", "a"));

        Assert.Equal(ReplyOutcome.ToolRoundLimit, (await chat.TakeTurnAsync(streaming, "hi", null, Token)).Outcome);
        Assert.Equal(3, model.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallsRunBesideEachOther_IfItSaysSo(bool streaming)
    {
        var (first, second) = (new Gate(), new Gate());
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new FunctionCallContent("1", "a"), new FunctionCallContent("2", "b")] },
            "done"
        );
        var chat = Chat(
            model,
            functions => functions.AllowConcurrentInvocation = true,
            AIFunctionFactory.Create(async (CancellationToken token) => await first.PassAsync(token), "a"),
            AIFunctionFactory.Create(async (CancellationToken token) => await second.PassAsync(token), "b")
        );
        var turn = chat.TakeTurnAsync(streaming, "hi", null, Token);
        await Task.WhenAll(first.Reached, second.Reached);
        second.Open();
        first.Open();

        Assert.Equal("done", (await turn).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItEndsAtUnknownCalls_IfItSaysSo_AndTheThreadIsAsItWas(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("nobody"));
        var chat = Chat(model, functions => functions.TerminateOnUnknownCalls = true);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
        Assert.Empty(chat.Messages);
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ToolsThatNoRequestDeclares_RunOnce_WhereTheyAre_AndAreStored(bool streaming)
    {
        var runs = 0;
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("extra"), "done");
        var extra = AIFunctionFactory.Create(() => $"{++runs}", "extra");
        var chat = Chat(model, functions => functions.AdditionalTools = [extra]);

        await chat.TakeTurnAsync(streaming, "hi", null, Token);
        Assert.Equal(1, runs);
        Assert.Empty(model.Requests[0].Options?.Tools ?? []);
        Assert.Equal(["user: hi", "assistant: extra()", "tool: =1", "assistant: done"], chat.Messages.Story());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Approvals_AreAskedForByTheTurn_AndNotByIt(bool streaming)
    {
        var runs = 0;
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("pay"), "done");
        var chat = Chat(model, _ => { }, new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => $"{++runs}", "pay")));

        Assert.Equal(ReplyOutcome.AwaitingApproval, (await chat.TakeTurnAsync(streaming, "hi", null, Token)).Outcome);
        Assert.Equal(["user: hi", "assistant: pay()"], chat.Messages.Story());
        await chat.ApproveAsync(Assert.Single(chat.PendingApprovals), Token);
        Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Text);
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnApprovalThatTheServiceWants_FailsTheTurn_BecauseNobodyCouldGiveIt(bool streaming)
    {
        var request = new ToolApprovalRequestContent("x", new FunctionCallContent("1", "theirs"));
        var model = new ScriptedChatClient().Enqueue(new ScriptedReply { Contents = [request] }, "ok");
        var chat = new Session(model).Chat();

        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        Assert.Empty(chat.Messages);
        await chat.TakeTurnAsync(streaming, "again", null, Token);
    }

    private static Chat Chat(IChatClient model, Action<FunctionInvokingChatClient> configure, params AITool[] tools) =>
        new Session(model.AsBuilder().UseFunctionInvocation(configure: configure).Build()).Chat(options: new ChatOptions { Tools = tools });
}
