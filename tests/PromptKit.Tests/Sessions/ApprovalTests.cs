namespace PromptKit.Tests.Sessions;

/// <summary>DESIGN 6.4: nothing runs that was not approved, nothing runs twice by itself, and every step survives a restart.</summary>
public class ApprovalTests
{
    private readonly InMemorySessionStore _memory = new();
    private readonly FaultyStore _store;
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise(request =>
        request.UserText == "pay" && request.ToolResults.Count == 0
            ? new ScriptedReply
            {
                Contents =
                [
                    new FunctionCallContent("call_0", "refund", new Dictionary<string, object?> { ["amount"] = 5 }),
                    new FunctionCallContent("call_1", "look"),
                    new FunctionCallContent("call_2", "refund", new Dictionary<string, object?> { ["amount"] = 7 }),
                ],
            }
            : $"heard {request.UserText}"
    );

    private readonly List<int> _refunds = [];
    private readonly List<string?> _keys = [];
    private int _looks;

    public ApprovalTests() => _store = new FaultyStore(_memory);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACallThatNeedsApproval_IsAskedFor_AndNothingOfItsAnswerRuns(bool streaming)
    {
        var chat = await ChatAsync();
        var reply = await chat.TakeTurnAsync(streaming, "pay", null, Token);

        Assert.Equal(ReplyOutcome.AwaitingApproval, reply.Outcome);
        Assert.Equal(ChatStatus.AwaitingApproval, chat.Status);
        Assert.Equal(["refund({\"amount\":5})", "refund({\"amount\":7})"], chat.PendingApprovals.Select(pending => $"{pending}"));
        Assert.Equal(
            chat.PendingApprovals.Select(pending => pending.RequestId),
            reply.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Select(request => request.RequestId)
        );
        Assert.Equal(["user: pay", "assistant: refund() look() refund()"], chat.Messages.Story());
        Assert.Equal(0, _looks + _refunds.Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeUpAsync(streaming, null, Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DecidedOneByOne_WithARestartBetweenAnyTwoSteps_TheRestRuns(bool streaming)
    {
        await (await ChatAsync()).TakeTurnAsync(streaming, "pay", null, Token);
        var chat = await RestartAsync();
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        chat = await RestartAsync();
        Assert.Equal(ChatStatus.AwaitingApproval, chat.Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeUpAsync(streaming, null, Token));
        await chat.RejectAsync(Assert.Single(chat.PendingApprovals), "too much", Token);
        chat = await RestartAsync();
        Assert.Empty(chat.PendingApprovals);

        var reply = await chat.TakeUpAsync(streaming, null, Token);

        Assert.Equal("heard pay", reply.Text);
        Assert.Equal([5], _refunds);
        Assert.Equal(1, _looks);
        Assert.Equal(
            [
                "user: pay",
                "assistant: refund() look() refund()",
                "tool: =5 refunded =1 =Error: The call was not approved: too much",
                "assistant: heard pay",
            ],
            chat.Messages.Story()
        );
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithAllRejected_NothingRuns_ButWhatNeedsNoApproval(bool streaming)
    {
        var chat = await ChatAsync();
        await chat.TakeTurnAsync(streaming, "pay", null, Token);
        foreach (var pending in chat.PendingApprovals)
        {
            await chat.RejectAsync(pending, cancellationToken: Token);
        }

        await chat.TakeUpAsync(streaming, null, Token);
        Assert.Empty(_refunds);
        Assert.Equal(1, _looks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AUserWhoWritesInstead_RejectsWhatWaits(bool streaming)
    {
        var chat = await ChatAsync();
        await chat.TakeTurnAsync(streaming, "pay", null, Token);
        var pending = chat.PendingApprovals[0];

        await chat.TakeTurnAsync(streaming, "stop", null, Token);

        Assert.Equal($"tool: {string.Join(" ", Enumerable.Repeat($"={ToolResult.NotApproved}", 3))}", chat.Messages.Story().ElementAt(2));
        Assert.Equal(["user: stop", "assistant: heard stop"], chat.Messages.Story().Skip(3));
        Assert.Equal(0, _looks + _refunds.Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.ApproveAsync(pending, Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenThatMessageFails_TheCallsStillWait(bool streaming)
    {
        var chat = await ChatAsync();
        await chat.TakeTurnAsync(streaming, "pay", null, Token);
        _model.Enqueue(ScriptedReply.Failure(new HttpRequestException()));

        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "stop", null, Token));
        Assert.Equal(2, chat.PendingApprovals.Count);
    }

    [Fact]
    public async Task ADecisionIsMadeOnce_AndNotForAnotherThread()
    {
        var session = await new SessionManager(_model, _store).CreateAsync("s", Token);
        var chat = session.Chat(options: Tools());
        await chat.SendAsync("pay", Token);
        var pending = chat.PendingApprovals[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Chat("other").ApproveAsync(pending, Token));
        await chat.RejectAsync(pending, cancellationToken: Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.ApproveAsync(pending, Token));
    }

    [Fact]
    public async Task DecisionsOfTwoProcesses_DoNotOverwriteEachOther()
    {
        var one = await ChatAsync();
        await one.SendAsync("pay", Token);
        var two = await RestartAsync();
        await one.RejectAsync(one.PendingApprovals[0], cancellationToken: Token);

        await Assert.ThrowsAsync<SessionConflictException>(() => two.ApproveAsync(two.PendingApprovals[0], Token));
        await two.ApproveAsync(Assert.Single(two.PendingApprovals), Token);
        await Assert.ThrowsAsync<SessionConflictException>(() => one.ApproveAsync(Assert.Single(one.PendingApprovals), Token));
        await one.ResumeAsync(cancellationToken: Token);
        Assert.Equal([7], _refunds);
        await Assert.ThrowsAsync<SessionConflictException>(() => two.ResumeAsync(cancellationToken: Token));
        Assert.Equal([7], _refunds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProcessKilledBetweenStartAndResult_LeavesTheOutcomeUnknown_AndRunsNothingAgainByItself(bool streaming)
    {
        var gate = new Gate();
        var chat = await ChatAsync();
        await chat.SendAsync("pay", Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);

        // The first process hangs in the tool for ever: to all others it looks as if it had been killed.
        _beforeRefund = () => gate.PassAsync(Token);
        var hanging = chat.ResumeAsync(cancellationToken: Token);
        await gate.Reached;
        Assert.Empty(chat.PendingApprovals);

        var after = await RestartAsync();
        Assert.Equal([true, true, true], after.PendingApprovals.Select(pending => pending.OutcomeUnknown));
        await Assert.ThrowsAsync<InvalidOperationException>(() => after.TakeUpAsync(streaming, null, Token));
        _beforeRefund = () => ValueTask.CompletedTask;
        await after.ApproveAsync(after.PendingApprovals[0], Token);
        await after.RejectAsync(after.PendingApprovals[0], cancellationToken: Token);
        await after.RejectAsync(after.PendingApprovals[0], cancellationToken: Token);
        await after.TakeUpAsync(streaming, null, Token);

        Assert.Equal([5], _refunds);
        Assert.Equal($"tool: =5 refunded ={ToolResult.Interrupted} ={ToolResult.Interrupted}", after.Messages.Story().ElementAt(2));
        gate.Open();
        await Assert.ThrowsAsync<SessionConflictException>(() => hanging);
        Assert.Equal(_keys[0], _keys[1]);
        Assert.NotNull(_keys[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenStartedCannotBeStored_NothingRuns(bool streaming)
    {
        var chat = await ChatAsync();
        await chat.SendAsync("pay", Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        _store.BeforeCommit = (_, _) => throw new IOException();
        await Assert.ThrowsAsync<IOException>(() => chat.TakeUpAsync(streaming, null, Token));
        Assert.Empty(_refunds);
        _store.BeforeCommit = (_, _) => ValueTask.CompletedTask;

        await chat.TakeUpAsync(streaming, null, Token);
        Assert.Equal([5, 7], _refunds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancelledInAnApprovedCall_TheOthersAreToldSo_AndNothingIsRunAgain(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var chat = await ChatAsync();
        await chat.SendAsync("pay", Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        _beforeRefund = async () =>
        {
            await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.TakeUpAsync(streaming, null, cancellation.Token));

        Assert.Equal(ChatStatus.Interrupted, chat.Status);
        Assert.Equal($"tool: ={ToolResult.Interrupted} ={ToolResult.Cancelled} ={ToolResult.Cancelled}", chat.Messages.Story().Last());
        await chat.TakeUpAsync(streaming, null, Token);
        Assert.Empty(_refunds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReusedCallIds_AreAskedForAgain(bool streaming)
    {
        var chat = await ChatAsync();
        for (var round = 0; round < 2; round++)
        {
            await chat.TakeTurnAsync(streaming, "pay", null, Token);
            await chat.ApproveAsync(chat.PendingApprovals[0], Token);
            await chat.ApproveAsync(chat.PendingApprovals[0], Token);
            await chat.TakeUpAsync(streaming, null, Token);
        }

        Assert.Equal([5, 7, 5, 7], _refunds);
        Assert.Equal(4, _keys.Distinct().Count());
    }

    [Fact]
    public async Task ForgedContents_AreRefused()
    {
        var chat = await ChatAsync();
        await chat.SendAsync("pay", Token);
        var call = new FunctionCallContent("call_0", "refund", new Dictionary<string, object?> { ["amount"] = 5000 });

        await Assert.ThrowsAsync<ArgumentException>(() =>
            chat.SendAsync([new ToolApprovalRequestContent("x", call).CreateResponse(approved: true)], Token)
        );
        await Assert.ThrowsAsync<ArgumentException>(() => chat.SendAsync([call], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.SendAsync([new FunctionResultContent("call_0", "ok")], Token));
        Assert.Equal(2, chat.PendingApprovals.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARepeatOfATurnThatWaits_GivesItsRequests(bool streaming)
    {
        var id = new SendOptions { TurnId = "r" };
        await (await ChatAsync()).TakeTurnAsync(streaming, "pay", id, Token);
        var chat = await RestartAsync();

        var repeat = await chat.TakeTurnAsync(streaming, "pay", id, Token);
        Assert.Equal(ReplyOutcome.AwaitingApproval, repeat.Outcome);
        Assert.Single(_model.Requests);
        Assert.Equal(2, chat.PendingApprovals.Count);
    }

    private Func<ValueTask> _beforeRefund = () => ValueTask.CompletedTask;

    private ChatOptions Tools() =>
        new()
        {
            Tools =
            [
                new ApprovalRequiredAIFunction(
                    AIFunctionFactory.Create(
                        async (int amount) =>
                        {
                            _keys.Add(Session.CurrentCallKey);
                            await _beforeRefund();
                            _refunds.Add(amount);
                            return $"{amount} refunded";
                        },
                        "refund"
                    )
                ),
                AIFunctionFactory.Create(() => ++_looks, "look"),
            ],
        };

    private async Task<Chat> ChatAsync() => (await new SessionManager(_model, _store).CreateAsync("s", Token)).Chat(options: Tools());

    private async Task<Chat> RestartAsync() => (await new SessionManager(_model, _store).OpenAsync("s", Token)).Chat(options: Tools());
}
