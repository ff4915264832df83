namespace PromptKit.Tests.Sessions;

/// <summary>DESIGN 6.4, step by step: a restart between any two, a crash at any of them, answers that are not what was asked.</summary>
public class ApprovalStepTests
{
    private readonly InMemorySessionStore _memory = new();
    private readonly FaultyStore _store;
    private readonly List<(int Amount, string? Key)> _started = [];
    private readonly List<(int Amount, string? Key)> _refunds = [];
    private readonly HashSet<int> _approved = [];
    private readonly ScriptedChatClient _model;
    private Func<string, ValueTask> _inTool = _ => ValueTask.CompletedTask;

    public ApprovalStepTests()
    {
        _store = new FaultyStore(_memory);
        _model = new ScriptedChatClient().Otherwise(request =>
            request.ToolResults.Count switch
            {
                0 when request.UserText == "pay" => new ScriptedReply
                {
                    Contents = [Refund(0, 5), new FunctionCallContent("call_1", "look"), Refund(2, 7)],
                },

                // The same id again, as services give it that count from 0 in every answer.
                3 => new ScriptedReply { Contents = [Refund(0, 9)] },
                _ => "done",
            }
        );
    }

    /// <summary>Which of the five pauses between the six steps are restarts.</summary>
    public static TheoryData<int, bool> Restarts
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var pauses = 0; pauses < 1 << 5; pauses++)
            {
                data.Add(pauses, false);
                data.Add(pauses, true);
            }

            return data;
        }
    }

    /// <summary>Where the process ends: before or after one of the commits, or inside one of the tools' runs.</summary>
    public static TheoryData<string, int, bool> Crashes
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            for (var step = 0; step < 10; step++)
            {
                foreach (
                    var where in step < 4 ? ["before commit", "after commit", "inside tool"] : new[] { "before commit", "after commit" }
                )
                {
                    data.Add(where, step, false);
                    data.Add(where, step, true);
                }
            }

            return data;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Restarts))]
    public async Task ARestartBetweenAnyTwoSteps_ChangesNothing(int pauses, bool streaming)
    {
        var chat = await CreateAsync();
        Assert.Equal(ReplyOutcome.AwaitingApproval, (await chat.TakeTurnAsync(streaming, "pay", null, Token)).Outcome);
        await MaybeRestartAsync(0);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        await MaybeRestartAsync(1);
        await chat.RejectAsync(Assert.Single(chat.PendingApprovals), "too much", Token);
        await MaybeRestartAsync(2);
        Assert.Empty(_refunds);
        Assert.Equal(ReplyOutcome.AwaitingApproval, (await chat.TakeUpAsync(streaming, null, Token)).Outcome);
        await MaybeRestartAsync(3);
        await chat.ApproveAsync(Assert.Single(chat.PendingApprovals), Token);
        await MaybeRestartAsync(4);
        Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Messages[^1].Text);

        Assert.Equal([5, 9], _refunds.Select(refund => refund.Amount));
        Assert.Equal(
            [
                "user: pay",
                "assistant: refund() look() refund()",
                "tool: =5 refunded =seen =Error: The call was not approved: too much",
                "assistant: refund()",
                "tool: =9 refunded",
                "assistant: done",
            ],
            (await (await RestartAsync()).ReadAsync(0, 100, Token)).Story()
        );
        Assert.Equal(ChatStatus.Ready, chat.Status);

        async Task MaybeRestartAsync(int pause)
        {
            var before = Describe(chat);
            if ((pauses & (1 << pause)) != 0)
            {
                chat = await RestartAsync();
            }

            // What a chat shows is loaded by its first turn; what waits is known at once.
            Assert.Equal(before, Describe(chat));
        }
    }

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task AProcessThatEndsAnywhere_RunsNothingTwiceByItself_AndNothingThatNobodyApproved(string where, int step, bool streaming)
    {
        var crash = new InvalidOperationException("The process has ended.");
        var never = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var (commits, tools) = (0, 0);
        _store.BeforeCommit = (_, _) => where == "before commit" && commits++ == step ? throw crash : ValueTask.CompletedTask;
        _store.AfterCommit = (_, _) => where == "after commit" && commits++ == step ? throw crash : ValueTask.CompletedTask;
        _inTool = async _ =>
        {
            if (where == "inside tool" && tools++ == step)
            {
                ended.SetResult();
                await never.Task;
            }
        };

        // Whoever's process has ended does nothing any more: neither the turn that hangs nor the one whose commit was cut off.
        await Task.WhenAny(Record.ExceptionAsync(async () => await GoOnAsync(await CreateAsync(), streaming)).AsTask(), ended.Task);
        _store.BeforeCommit = (_, _) => ValueTask.CompletedTask;
        _store.AfterCommit = (_, _) => ValueTask.CompletedTask;
        _inTool = _ => ValueTask.CompletedTask;
        var chat = await RestartAsync();
        var unknown = chat
            .PendingApprovals.Where(pending => pending.OutcomeUnknown && pending.ToolName == "refund")
            .Select(Amount)
            .ToList();
        var before = _refunds.ToList();
        await GoOnAsync(chat, streaming);

        Assert.Equal(_refunds.Count, _refunds.Select(refund => refund.Amount).Distinct().Count());
        Assert.All(_refunds, refund => Assert.Contains(refund.Amount, _approved));
        Assert.All(unknown, amount => Assert.DoesNotContain(_refunds.Except(before), refund => refund.Amount == amount));
        Assert.Equal(ChatStatus.Ready, chat.Status);
        var stored = await chat.ReadAsync(0, 100, Token);
        Assert.Equal("assistant: done", stored.Story().Last());
        Assert.True(where != "inside tool" || stored.SelectMany(message => message.Contents).Any(IsInterrupted));
    }

    [Fact]
    public async Task ACallWithUnknownOutcome_ApprovedAnew_RunsAgain_UnderTheSameKey()
    {
        var never = new TaskCompletionSource();
        var hangs = new TaskCompletionSource();
        var chat = await CreateAsync();
        await chat.SendAsync("pay", Token);
        var asked = chat.PendingApprovals;
        await chat.ApproveAsync(asked[0], Token);
        await chat.RejectAsync(asked[1], cancellationToken: Token);
        _inTool = async _ =>
        {
            hangs.TrySetResult();
            await never.Task;
        };
        _ = chat.ResumeAsync(cancellationToken: Token);
        await hangs.Task;
        _inTool = _ => ValueTask.CompletedTask;

        var after = await RestartAsync();

        // The approval of before is no approval of running it once more.
        await Assert.ThrowsAsync<InvalidOperationException>(() => after.ApproveAsync(asked[0], Token));
        Assert.Equal(
            ["5", "look"],
            after.PendingApprovals.Select(pending => pending.Arguments is null ? pending.ToolName : $"{Amount(pending)}")
        );
        Assert.All(after.PendingApprovals, pending => Assert.True(pending.OutcomeUnknown));
        foreach (var pending in after.PendingApprovals)
        {
            await after.ApproveAsync(pending, Token);
        }

        await after.ResumeAsync(cancellationToken: Token);
        Assert.Equal([5], _refunds.Select(refund => refund.Amount));
        Assert.Equal([5, 5], _started.Select(started => started.Amount));
        Assert.NotNull(_started[0].Key);
        Assert.Equal(_started[0].Key, _started[1].Key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ArgumentsThatSomebodyChanges_AreNotWhatRuns(bool streaming)
    {
        var chat = await CreateAsync();
        ChatReply reply;
        if (streaming)
        {
            var stream = chat.SendStreamingAsync("pay", Token);
            await foreach (var update in stream)
            {
                Alter(update.Contents);
            }

            reply = await stream.Reply;
        }
        else
        {
            reply = await chat.SendAsync("pay", Token);
        }

        Alter(reply.Messages.SelectMany(message => message.Contents));
        Alter(chat.Messages.SelectMany(message => message.Contents));
        Assert.Equal([5, 7], chat.PendingApprovals.Select(Amount));
        foreach (var pending in chat.PendingApprovals)
        {
            await chat.ApproveAsync(pending, Token);
        }

        await chat.TakeUpAsync(streaming, null, Token);
        Assert.Equal([5, 7], _refunds.Select(refund => refund.Amount));
        Assert.Equal(["5 refunded", "seen", "7 refunded"], Results(chat));
    }

    [Fact]
    public async Task AnApprovalOfAnotherSession_OrOfOtherArguments_IsNone()
    {
        var chat = await CreateAsync();
        await chat.SendAsync("pay", Token);
        var otherModel = new ScriptedChatClient().Otherwise(new ScriptedReply { Contents = [Refund(0, 5000)] });
        var altered = new List<PendingApproval>();
        foreach (var (store, id) in new[] { (_memory, "other"), (new InMemorySessionStore(), "s") })
        {
            var other = (await new SessionManager(otherModel, store).CreateAsync(id, Token)).Chat(options: Tools());
            await other.SendAsync("pay", Token);
            altered.AddRange(other.PendingApprovals);
            await Assert.ThrowsAsync<InvalidOperationException>(() => other.ApproveAsync(chat.PendingApprovals[0], Token));
        }

        Assert.Equal(
            [chat.PendingApprovals[0].RequestId, chat.PendingApprovals[0].RequestId],
            altered.Select(pending => pending.RequestId)
        );
        foreach (var pending in altered)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => chat.ApproveAsync(pending, Token));
        }

        Assert.Equal([5, 7], chat.PendingApprovals.Select(Amount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnApprovedCallWithoutItsTool_IsAnErrorForTheCaller_AndStaysApproved(bool streaming)
    {
        var chat = await CreateAsync();
        await chat.SendAsync("pay", Token);
        foreach (var pending in chat.PendingApprovals)
        {
            await chat.ApproveAsync(pending, Token);
        }

        var bare = (await new SessionManager(_model, _store).OpenAsync("s", Token)).Chat();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => bare.TakeUpAsync(streaming, null, Token));

        Assert.StartsWith(
            "The call of 'refund' on the thread 'main' is approved, and this chat has no tool",
            error.Message,
            StringComparison.Ordinal
        );
        await (await RestartAsync()).TakeUpAsync(streaming, null, Token);
        Assert.Equal([5, 7], _refunds.Select(refund => refund.Amount));
    }

    private static FunctionCallContent Refund(int id, int amount) =>
        new($"call_{id}", "refund", new Dictionary<string, object?> { ["amount"] = amount });

    private static int Amount(PendingApproval pending) => pending.Arguments!.Value.GetProperty("amount").GetInt32();

    private static IEnumerable<string> Results(Chat chat) =>
        chat.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}");

    private static bool IsInterrupted(AIContent content) =>
        content is FunctionResultContent result && $"{result.Result}" == ToolResult.Interrupted;

    private static string Describe(Chat chat) =>
        $"{chat.Status}: {string.Join(", ", chat.PendingApprovals.Select(pending => $"{pending.RequestId} {pending}"))}";

    // As somebody would who wants 5,000 to run where 5 was asked for.
    private static void Alter(IEnumerable<AIContent> contents)
    {
        foreach (var content in contents)
        {
            var call = content as FunctionCallContent ?? (content as ToolApprovalRequestContent)?.ToolCall as FunctionCallContent;
            if (call?.Arguments?.ContainsKey("amount") == true)
            {
                call.Arguments["amount"] = 5000;
            }
        }
    }

    /// <summary>What a diligent user does until the turn is over: sends, approves what is new, and rejects what may have happened.</summary>
    private async Task GoOnAsync(Chat chat, bool streaming)
    {
        if (chat.Status == ChatStatus.Ready && (await chat.ReadAsync(0, 100, Token)).Count == 0)
        {
            await chat.TakeTurnAsync(streaming, "pay", null, Token);
        }

        while (chat.Status != ChatStatus.Ready)
        {
            foreach (var pending in chat.PendingApprovals)
            {
                if (pending.OutcomeUnknown)
                {
                    await chat.RejectAsync(pending, cancellationToken: Token);
                }
                else
                {
                    _approved.Add(Amount(pending));
                    await chat.ApproveAsync(pending, Token);
                }
            }

            await chat.TakeUpAsync(streaming, null, Token);
        }
    }

    private ChatOptions Tools() =>
        new()
        {
            Tools =
            [
                new ApprovalRequiredAIFunction(
                    AIFunctionFactory.Create(
                        async (int amount) =>
                        {
                            _started.Add((amount, Session.CurrentCallKey));
                            await _inTool("refund");
                            _refunds.Add((amount, Session.CurrentCallKey));
                            return $"{amount} refunded";
                        },
                        "refund"
                    )
                ),
                AIFunctionFactory.Create(
                    async () =>
                    {
                        await _inTool("look");
                        return "seen";
                    },
                    "look"
                ),
            ],
        };

    private async Task<Chat> CreateAsync() => (await new SessionManager(_model, _store).CreateAsync("s", Token)).Chat(options: Tools());

    private async Task<Chat> RestartAsync() => (await new SessionManager(_model, _store).OpenAsync("s", Token)).Chat(options: Tools());
}
