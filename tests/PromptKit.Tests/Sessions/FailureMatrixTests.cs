namespace PromptKit.Tests.Sessions;

/// <summary>Whatever fails at whatever point, streaming and not: what is left is what the rules say, in memory and in the store.</summary>
public class FailureMatrixTests
{
    public static TheoryData<string, string, bool> Points => FaultyTurn.Points;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Rules 2 to 9.</summary>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task WhatIsLeft_IsWhatTheRulesSay_AndResumeFinishesIt(string point, string how, bool streaming)
    {
        using var turn = new FaultyTurn(point, how);
        var expected = FaultyTurnEnd.Of(point, how, streaming);
        var chat = await turn.CreateAsync();

        var caught = await Record.ExceptionAsync(() => chat.TakeTurnAsync(streaming, "hi", null, turn.Cancellation));

        Assert.Equal(expected.Error, NameOf(caught));
        if (caught is HttpRequestException)
        {
            Assert.Same(turn.Error, caught);
        }

        Assert.Equal(expected.Status, chat.Status);
        Assert.Equal(expected.Kept, chat.Messages.Story());
        await turn.CheckStoredAsync(how == "failure after it was written" ? expected.Saved : expected.Kept);

        var turns = 1;
        if (expected.Status != ChatStatus.Ready)
        {
            turns += expected.Saved.Length == expected.Resumed.Length ? 0 : 1;
            Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Messages[^1].Text);
            Assert.Equal(expected.Resumed, chat.Messages.Story());
            Assert.Equal(ChatStatus.Ready, chat.Status);
            await turn.CheckStoredAsync(expected.Resumed);
        }
        else if (expected.Error is not null)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => chat.TakeUpAsync(streaming, null, Token));
        }

        Assert.All(turn.Model.Requests, request => Assert.Equal(streaming, request.IsStreaming));
        CheckPreambles(turn, turns);
    }

    /// <summary>Rules 1 and 5, and the retries of rule 7.</summary>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task TheTurnBehindIt_RunsNext_OnWhatIsLeft(string point, string how, bool streaming)
    {
        using var turn = new FaultyTurn(point, how);
        var expected = FaultyTurnEnd.Of(point, how, streaming);
        var chat = await turn.CreateAsync();

        var first = chat.TakeTurnAsync(streaming, "hi", null, turn.Cancellation);
        var next = chat.TakeTurnAsync(streaming, "next", null, Token);
        var last = chat.TakeTurnAsync(streaming, "last", null, Token);

        Assert.Equal(expected.Error, NameOf(await Record.ExceptionAsync(() => first)));
        Assert.Equal("ok", (await next).Text);
        await last;
        string[] story = [.. expected.Saved, "user: next", "assistant: ok", "user: last", "assistant: ok"];
        Assert.Equal(story, chat.Messages.Story());
        Assert.Equal(ChatStatus.Ready, chat.Status);
        await turn.CheckStoredAsync(story);
        CheckPreambles(turn, turns: 3);
    }

    /// <summary>Rule 11.</summary>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task ARepeatOfItsId_FinishesIt_AndAnotherOneCallsNobody(string point, string how, bool streaming)
    {
        using var turn = new FaultyTurn(point, how);
        var chat = await turn.CreateAsync();
        var id = new SendOptions { TurnId = "request" };
        await Record.ExceptionAsync(() => chat.TakeTurnAsync(streaming, "hi", id, turn.Cancellation));

        var reply = await chat.TakeTurnAsync(streaming, "hi", id, Token);
        var story = chat.Messages.Story().ToList();
        var requests = turn.Model.Requests.Count;

        // Who came in between has gone on from the turn's kept round: what it came to is all there will be of it.
        var isOvertaken = point == FaultyTurn.AnswersCommit && how == "conflict";
        Assert.Equal(isOvertaken ? ReplyOutcome.Stopped : ReplyOutcome.Completed, reply.Outcome);
        Assert.Equal(isOvertaken ? "tool" : "assistant", reply.Messages[^1].Role.Value);
        Assert.Single(story, FaultyTurn.Asked);
        await turn.CheckStoredAsync(story);
        foreach (var again in new[] { chat, await turn.RestartAsync() })
        {
            var repeat = await again.TakeTurnAsync(streaming, "hi", id, Token);
            Assert.Equal(reply.Outcome, repeat.Outcome);
            Assert.Equal(reply.Messages[^1].Text, repeat.Messages[^1].Text);
        }

        Assert.Equal(requests, turn.Model.Requests.Count);
        await turn.CheckStoredAsync(story);
    }

    /// <summary>Rule 10.</summary>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task ResumeGrantsAsManyRoundsAgain_AndTheLimitCostsNoCall(string point, string how, bool streaming)
    {
        var limit = new SendOptions { MaxToolRounds = 2 };
        using var turn = new FaultyTurn(point, how, answersAfterTools: false);
        var chat = await turn.CreateAsync();
        var caught = await Record.ExceptionAsync(() => chat.TakeTurnAsync(streaming, "hi", limit, turn.Cancellation));
        if (caught is null)
        {
            Assert.Equal((1 + (2 * 2), 2), (chat.Messages.Count, turn.Model.Requests.Count));
            Assert.Equal(ChatStatus.Interrupted, chat.Status);
        }

        if (chat.Status != ChatStatus.Ready)
        {
            var requests = turn.Model.Requests.Count;
            var saved = chat.Status == ChatStatus.Unsaved ? 1 + (2 * (1 + Rounds(chat))) : chat.Messages.Count;
            var reply = await chat.TakeUpAsync(streaming, limit, Token);

            Assert.Equal(ReplyOutcome.ToolRoundLimit, reply.Outcome);
            Assert.Equal(ChatStatus.Interrupted, chat.Status);
            Assert.Equal((saved + (2 * 2), requests + 2), (chat.Messages.Count, turn.Model.Requests.Count));
        }

        await turn.CheckStoredAsync([.. chat.Messages.Story()]);
    }

    // The user's message and then two for each round; of an unsaved first round there is nothing yet.
    private static int Rounds(Chat chat) => Math.Max(0, chat.Messages.Count - 1) / 2;

    // Once a turn, and every call of the turn has it.
    private static void CheckPreambles(FaultyTurn turn, int turns)
    {
        Assert.Equal(turns, turn.Preamble.Renderings);
        Assert.All(turn.Model.Requests, request => Assert.StartsWith("rendering ", request.SystemText, StringComparison.Ordinal));
    }

    private static string? NameOf(Exception? exception) =>
        exception is OperationCanceledException ? nameof(OperationCanceledException) : exception?.GetType().Name;
}
