namespace PromptKit.Tests.Sessions;

/// <summary>DESIGN 6.6: a hand-off in the middle of a turn, with a failure behind it and a restart between any two steps.</summary>
public class AgentStepTests
{
    private readonly FaultyStore _store = new(new InMemorySessionStore());
    private readonly ScriptedChatClient _model = new();
    private readonly TopicPrompt _triage = new("triage", "billing");
    private readonly TopicPrompt _billing = new("billing", "triage");

    public static TheoryData<int, bool> Restarts
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var pauses = 0; pauses < 1 << 3; pauses++)
            {
                data.Add(pauses, false);
                data.Add(pauses, true);
            }

            return data;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Restarts))]
    public async Task ARestartBetweenAnyTwoSteps_ChangesNothing(int pauses, bool streaming)
    {
        var error = new HttpRequestException("503");
        _model.Enqueue(
            TopicPrompt.Transfer("billing", "invoice"),
            ScriptedReply.Failure(error),
            "billing here",
            TopicPrompt.Transfer("triage", "back"),
            "triage again",
            "still triage"
        );
        var chat = await CreateAsync();
        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token)));
        await MaybeRestartAsync(0);
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
        var resumed = await chat.TakeUpAsync(streaming, null, Token);
        await MaybeRestartAsync(1);
        var back = await chat.TakeTurnAsync(streaming, "more", null, Token);
        await MaybeRestartAsync(2);
        var last = await chat.TakeTurnAsync(streaming, "again", null, Token);

        Assert.Equal(["billing", "triage", "triage"], new[] { resumed, back, last }.Select(reply => reply.Agent));
        Assert.Equal(
            ["triage: start", "billing: invoice", "billing: invoice", "billing: invoice", "triage: back", "triage: back"],
            _model.Requests.Select(request => request.SystemText)
        );
        Assert.Equal(ChatStatus.Ready, chat.Status);

        async Task MaybeRestartAsync(int pause)
        {
            if ((pauses & (1 << pause)) != 0)
            {
                chat = await RestartAsync();
            }
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task ATransferWhoseCommitFails_IsMadeWhenItIsSaved(bool streaming, bool afterItWasWritten)
    {
        var failing = true;
        ValueTask Fail() => failing ? throw new IOException() : ValueTask.CompletedTask;
        _store.BeforeCommit = (_, _) => afterItWasWritten ? ValueTask.CompletedTask : Fail();
        _store.AfterCommit = (_, _) => Fail();
        _model.Enqueue(TopicPrompt.Transfer("billing", "invoice"), "billing here");
        var chat = await CreateAsync();

        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        failing = false;

        Assert.Equal("billing", (await chat.TakeUpAsync(streaming, null, Token)).Agent);
        Assert.Equal(["triage: start", "billing: invoice"], _model.Requests.Select(request => request.SystemText));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATransferOfADroppedRound_IsNone(bool streaming)
    {
        _model.Enqueue(TopicPrompt.Transfer("billing", "invoice"), "triage here");
        var chat = await CreateAsync();
        var theirs = new ScriptedChatClient().Otherwise("theirs");
        await (await new SessionManager(theirs, _store.Inner).OpenAsync("s", Token)).Chat().SendAsync("other", Token);

        await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        Assert.Equal("triage", (await chat.TakeTurnAsync(streaming, "hi", null, Token)).Agent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OfTwoTargetsBesideAnApproval_TheFirstWins_WhenItIsDecided(bool streaming)
    {
        var pay = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "paid", "pay"));
        _model
            .Enqueue(
                new ScriptedReply
                {
                    Contents =
                    [
                        .. TopicPrompt.Transfer("billing", "first").Contents,
                        new FunctionCallContent("p", "pay"),
                        new FunctionCallContent("again", "transfer_to_billing", new Dictionary<string, object?> { ["topic"] = "second" }),
                    ],
                }
            )
            .Enqueue("billing here");
        await (await CreateAsync(pay)).TakeTurnAsync(streaming, "hi", null, Token);
        var chat = await RestartAsync(pay);
        Assert.Equal(("triage", "pay"), (chat.PendingApprovals[0].Agent, Assert.Single(chat.PendingApprovals).ToolName));
        await chat.RejectAsync(chat.PendingApprovals[0], cancellationToken: Token);

        var reply = await (await RestartAsync(pay)).TakeUpAsync(streaming, null, Token);
        Assert.Equal("billing", reply.Agent);
        Assert.Equal("billing: first", _model.Requests[^1].SystemText);
        Assert.Equal(
            "tool: =The conversation is handed over to billing. =Error: The call was not approved. "
                + "=Error: The conversation is handed over to billing already.",
            _model.Requests[^1].Messages.Story().Last()
        );
    }

    private async Task<Chat> CreateAsync(params AITool[] tools) =>
        (await Manager().CreateAsync("s", Token)).Chat(_triage.With("start"), new ChatOptions { Tools = tools });

    private async Task<Chat> RestartAsync(params AITool[] tools) =>
        (await Manager().OpenAsync("s", Token)).Chat(_triage.With("start"), new ChatOptions { Tools = tools });

    private SessionManager Manager() =>
        new(
            _model,
            _store,
            new SessionManagerOptions { FindPrompt = name => new[] { _triage, _billing }.FirstOrDefault(each => each.Name == name) }
        );
}
