namespace PromptKit.Tests.Sessions;

/// <summary>Rules 6 to 8: the store fails, answers too late, or somebody else was faster. Streaming and not.</summary>
public class CommitFailureTests
{
    private readonly InMemorySessionStore _memory = new();
    private readonly FaultyStore _store;
    private readonly ScriptedChatClient _model = new();

    public CommitFailureTests()
    {
        _store = new FaultyStore(_memory);
        _model.Otherwise(request =>
            request.UserText == "tool" && request.ToolResults.Count == 0 ? ScriptedReply.Call("a") : $"heard {request.UserText}"
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task ACommitThatFails_LeavesTheRoundUnsaved_AndResumeWritesItOnce(bool streaming, bool afterItWasWritten)
    {
        var chat = (await SessionAsync()).Chat();
        var error = FailOnce(afterItWasWritten);

        var thrown = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "one", null, Token));
        Assert.Same(error, thrown.InnerException);
        Assert.Equal("heard one", thrown.Reply?.Text);
        Assert.Equal(ChatStatus.Unsaved, chat.Status);
        Assert.Empty(chat.Messages);

        var reply = await chat.TakeUpAsync(streaming, null, Token);
        Assert.Equal("heard one", reply.Text);
        Assert.Equal(["user: one", "assistant: heard one"], chat.Messages.Lines());
        Assert.Equal(ChatStatus.Ready, chat.Status);
        Assert.Single(_model.Requests);
        Assert.Equal(_store.Commits[0].CommitId, _store.Commits[1].CommitId);
        Assert.Equal(["user: one", "assistant: heard one"], (await chat.ReadAsync(0, 10, Token)).Lines());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task TheNextSend_FirstRetriesTheUnsavedCommit(bool streaming, bool afterItWasWritten)
    {
        var chat = (await SessionAsync()).Chat();
        FailOnce(afterItWasWritten);
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "one", null, Token));

        await chat.TakeTurnAsync(streaming, "two", null, Token);

        string[] all = ["user: one", "assistant: heard one", "user: two", "assistant: heard two"];
        Assert.Equal(all, chat.Messages.Lines());
        Assert.Equal(all, (await chat.ReadAsync(0, 10, Token)).Lines());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task ACommitThatFailsBetweenRounds_EndsTheTurn_AndResumeGoesOn(bool streaming, bool afterItWasWritten)
    {
        var chat = (await SessionAsync()).Chat(options: Tools);
        FailOnce(afterItWasWritten);

        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "tool", null, Token));
        Assert.Single(_model.Requests);

        Assert.Equal("heard tool", (await chat.TakeUpAsync(streaming, null, Token)).Text);
        string[] all = ["user: tool", "assistant: a()", "tool: =1", "assistant: heard tool"];
        Assert.Equal(all, chat.Messages.Story());
        Assert.Equal(all, (await chat.ReadAsync(0, 10, Token)).Story());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnceTheModelHasAnswered_TheCallersTokenNoLongerCounts(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var chat = (await SessionAsync()).Chat();
        _store.BeforeCommit = async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        Assert.Equal("heard one", (await chat.TakeTurnAsync(streaming, "one", null, cancellation.Token)).Text);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACommitThatTakesTooLong_EndsByItsOwnTimeout(bool streaming)
    {
        var options = new SessionManagerOptions { CommitTimeout = TimeSpan.FromMilliseconds(1) };
        var session = await new SessionManager(_model, _store, options).CreateAsync(cancellationToken: Token);
        _store.BeforeCommit = async (_, token) => await Task.Delay(Timeout.Infinite, token);
        var chat = session.Chat();

        var error = await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "one", null, Token));
        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
        Assert.Equal("heard one", error.Reply?.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AConflict_DropsTheRound_ReadsWhatWasMissed_AndIsReady(bool streaming)
    {
        var session = await SessionAsync();
        var chat = session.Chat();
        await chat.SendAsync("one", Token);
        var other = await new SessionManager(_model, _memory).OpenAsync(session.Id, Token);
        await other.Chat().SendAsync("theirs", Token);

        var error = await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "two", null, Token));

        Assert.Equal(("main", 2L, 4L), (error.ThreadName, error.ExpectedLength, error.ActualLength));
        Assert.Equal("heard two", error.Reply?.Text);
        Assert.Equal(["user: one", "assistant: heard one", "user: theirs", "assistant: heard theirs"], chat.Messages.Lines());
        Assert.Equal(ChatStatus.Ready, chat.Status);
        await chat.TakeTurnAsync(streaming, "two", null, Token);
        Assert.Equal(6, chat.Messages.Count);
    }

    [Fact]
    public async Task ARefreshThatFailsAfterAConflict_IsMadeUpForByTheNextTurn()
    {
        var session = await SessionAsync();
        var chat = session.Chat();
        await chat.SendAsync("one", Token);
        await (await new SessionManager(_model, _memory).OpenAsync(session.Id, Token)).Chat().SendAsync("theirs", Token);
        _store.BeforeRead = () => throw new IOException();
        await Assert.ThrowsAsync<SessionConflictException>(() => chat.SendAsync("two", Token));

        await Assert.ThrowsAsync<IOException>(() => chat.SendAsync("two", Token));
        _store.BeforeRead = () => ValueTask.CompletedTask;
        await chat.SendAsync("two", Token);

        Assert.Equal(6, chat.Messages.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AfterALostAcknowledgement_WhatOthersWroteSince_IsReadBeforeTheNextTurn(bool streaming)
    {
        var session = await SessionAsync();
        var chat = session.Chat();
        FailOnce(afterItWasWritten: true);
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "one", null, Token));
        await (await new SessionManager(_model, _memory).OpenAsync(session.Id, Token)).Chat().SendAsync("theirs", Token);

        // No conflict: nothing of this thread is in doubt, and the model is not to be asked for nothing.
        await chat.TakeTurnAsync(streaming, "two", null, Token);

        string[] all =
        [
            "user: one",
            "assistant: heard one",
            "user: theirs",
            "assistant: heard theirs",
            "user: two",
            "assistant: heard two",
        ];
        Assert.Equal(all, chat.Messages.Lines());
        Assert.Equal(all, _model.Requests[^1].Messages.Lines().Append("assistant: heard two"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStoreThatCannotBeRead_LeavesTheThreadAsItWas(bool streaming)
    {
        await (await SessionAsync("s")).Chat().SendAsync("one", Token);
        var error = new IOException();
        foreach (var id in new[] { null, "request" })
        {
            var chat = (await new SessionManager(_model, _store).OpenAsync("s", Token)).Chat();
            var send = new SendOptions { TurnId = id };
            var requests = _model.Requests.Count;
            _store.BeforeRead = () => throw error;
            Assert.Same(error, await Assert.ThrowsAsync<IOException>(() => chat.TakeTurnAsync(streaming, "two", send, Token)));
            Assert.Equal((ChatStatus.Ready, requests), (chat.Status, _model.Requests.Count));
            _store.BeforeRead = () => ValueTask.CompletedTask;

            await chat.TakeTurnAsync(streaming, "two", send, Token);
        }

        Assert.Equal(6, (await _memory.OpenAsync("s", Token))!.Threads[0].Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AConflictBetweenRounds_DropsTheRound(bool streaming)
    {
        var session = await SessionAsync();
        var chat = session.Chat(options: Tools);
        var other = await new SessionManager(_model, _memory).OpenAsync(session.Id, Token);
        _store.BeforeCommit = async (commit, _) =>
        {
            if (commit.Threads[0].ExpectedLength == 0)
            {
                await other.Chat().SendAsync("theirs", Token);
            }
        };

        await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "tool", null, Token));
        Assert.Equal(["user: theirs", "assistant: heard theirs"], chat.Messages.Lines());
        Assert.Equal(ChatStatus.Ready, chat.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ASessionDeletedDuringATurn_IsNotRevived(bool streaming)
    {
        var session = await SessionAsync();
        _store.BeforeCommit = async (_, token) => await _memory.DeleteAsync(session.Id, token);

        await Assert.ThrowsAsync<SessionNotFoundException>(() => session.Chat().TakeTurnAsync(streaming, "one", null, Token));
        Assert.Null(await _memory.OpenAsync(session.Id, Token));
    }

    private static ChatOptions Tools => new() { Tools = [AIFunctionFactory.Create(() => "1", "a")] };

    private IOException FailOnce(bool afterItWasWritten)
    {
        var error = new IOException("The disk is gone.");
        var hasFailed = false;
        void Fail()
        {
            if (!hasFailed)
            {
                hasFailed = true;
                throw error;
            }
        }

        if (afterItWasWritten)
        {
            _store.AfterCommit = (_, _) =>
            {
                Fail();
                return ValueTask.CompletedTask;
            };
        }
        else
        {
            _store.BeforeCommit = (_, _) =>
            {
                Fail();
                return ValueTask.CompletedTask;
            };
        }

        return error;
    }

    private Task<Session> SessionAsync(string? id = null) => new SessionManager(_model, _store).CreateAsync(id, Token);
}
