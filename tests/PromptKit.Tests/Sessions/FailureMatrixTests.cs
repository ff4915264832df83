namespace PromptKit.Tests.Sessions;

/// <summary>Rules 3 to 8: whatever fails at whatever point, what is left is what the rules say, in memory and in the store.</summary>
public class FailureMatrixTests
{
    private const string Asked = "user: hi";
    private const string Calls = "assistant: see a() b() a()";
    private const string Results = "tool: =1 =2 =1";
    private const string Done = "assistant: done";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Where it fails, how, and whether it streams.</summary>
    public static TheoryData<string, string, bool> Points
    {
        get
        {
            var points = new TheoryData<string, string, bool>();
            foreach (var streaming in new[] { false, true })
            {
                foreach (
                    var point in new[] { "before the first chunk", "in the middle", "between rounds", "in the middle of the second answer" }
                )
                {
                    points.Add(point, "failure", streaming);
                    points.Add(point, "cancellation", streaming);
                }

                points.Add("inside the second of three calls", "failure", streaming);
                points.Add("inside the second of three calls", "cancellation", streaming);
                foreach (var point in new[] { "the round's commit", "the answer's commit" })
                {
                    points.Add(point, "failure", streaming);
                    points.Add(point, "failure after it was written", streaming);
                    points.Add(point, "cancellation", streaming);
                    points.Add(point, "conflict", streaming);
                }
            }

            return points;
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task WhatIsLeft_IsWhatTheRulesSay(string point, string how, bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var error = new HttpRequestException("injected");
        var store = new FaultyStore(new InMemorySessionStore());
        var failing = true;
        var model = new ScriptedChatClient { ChunkSize = 2, BeforeChunk = (chunk, _) => Fail(At(chunk), "failure") }.Otherwise(request =>
            request.ToolResults.Count > 0 ? "done" : Call()
        );
        store.BeforeCommit = (commit, _) => how == "conflict" ? Conflict(commit) : Fail(At(commit), "failure");
        store.AfterCommit = (commit, _) => Fail(At(commit), "failure after it was written");
        var session = await new SessionManager(model, store).CreateAsync("s", Token);
        var chat = session.Chat(options: new ChatOptions { Tools = Tools() });

        var caught = await Record.ExceptionAsync(() => chat.TakeTurnAsync(streaming, "hi", null, cancellation.Token));
        failing = false;

        var expected = Expected(point, how, streaming);
        Assert.Equal(expected.Error, Name(caught));
        if (how == "failure" && caught is HttpRequestException)
        {
            Assert.Same(error, caught);
        }

        Assert.Equal(expected.Status, chat.Status);
        Assert.Equal(expected.Kept, chat.Messages.Story());
        await ReloadedIsTheSameAsync(expected.Kept, stored: how != "failure after it was written");

        if (expected.Status != ChatStatus.Ready)
        {
            Assert.Equal("done", (await chat.TakeUpAsync(streaming, null, Token)).Messages[^1].Text);
            var kept = expected.Resumed ?? [.. expected.Kept, Done];
            Assert.Equal((ChatStatus.Ready, true), (chat.Status, kept.SequenceEqual(chat.Messages.Story(), StringComparer.Ordinal)));
            await ReloadedIsTheSameAsync(kept, stored: true);
        }

        ScriptedReply Call() =>
            new()
            {
                Contents =
                [
                    new TextContent("see"),
                    new FunctionCallContent("1", "a"),
                    new FunctionCallContent("2", "b"),
                    new FunctionCallContent("3", "a"),
                ],
            };

        AITool[] Tools() =>
            [
                AIFunctionFactory.Create(() => "1", "a"),
                AIFunctionFactory.Create(
                    async (CancellationToken token) =>
                    {
                        await Fail("inside the second of three calls", "failure");
                        token.ThrowIfCancellationRequested();
                        return "2";
                    },
                    "b"
                ),
            ];

        async ValueTask Fail(string here, string kind)
        {
            if (!failing || here != point)
            {
                return;
            }

            if (how == "cancellation" && kind == "failure")
            {
                await cancellation.CancelAsync();
            }
            else if (how == kind)
            {
                throw error;
            }
        }

        async ValueTask Conflict(SessionCommit commit)
        {
            if (failing && At(commit) == point)
            {
                failing = false;
                var other = await new SessionManager(new ScriptedChatClient().Otherwise("theirs"), store.Inner).OpenAsync("s", Token);
                await other.Chat().SendAsync("other", Token);
            }
        }

        async Task ReloadedIsTheSameAsync(IReadOnlyList<string> kept, bool stored)
        {
            if (stored)
            {
                var reloaded = await new SessionManager(model, store.Inner).OpenAsync("s", Token);
                Assert.Equal(kept, (await reloaded.Chat().ReadAsync(0, 100, Token)).Story());
            }
        }
    }

    private static string At(ScriptedChunk chunk) =>
        (chunk.Request.ToolResults.Count > 0, chunk.Index) switch
        {
            (false, 0) => "before the first chunk",
            (false, 1) => "in the middle",
            (true, 0) => "between rounds",
            (true, 1) => "in the middle of the second answer",
            _ => "",
        };

    private static string At(SessionCommit commit) =>
        commit.Threads.Any(thread => thread.Messages.Count == 3) ? "the round's commit" : "the answer's commit";

    private static string? Name(Exception? exception) =>
        exception is OperationCanceledException ? nameof(OperationCanceledException) : exception?.GetType().Name;

    private static Outcome Expected(string point, string how, bool streaming)
    {
        var error = how switch
        {
            "cancellation" => nameof(OperationCanceledException),
            "conflict" => nameof(SessionConflictException),
            _ => nameof(HttpRequestException),
        };
        string[] round = [Asked, Calls, Results];
        string[] all = [.. round, Done];
        string[] theirs = ["user: other", "assistant: theirs"];
        return (point, how) switch
        {
            // What is not streamed has no middle.
            ("in the middle" or "in the middle of the second answer", _) when !streaming => new(null, ChatStatus.Ready, all),
            ("before the first chunk" or "in the middle", _) => new(error, ChatStatus.Ready, []),
            ("between rounds" or "in the middle of the second answer", _) => new(error, ChatStatus.Interrupted, round),

            // A tool that fails is the model's business; who cancels has a result for each call all the same.
            ("inside the second of three calls", "failure") => new(
                null,
                ChatStatus.Ready,
                [Asked, Calls, "tool: =1 =Error: Function failed. =1", Done]
            ),
            ("inside the second of three calls", _) => new(
                error,
                ChatStatus.Interrupted,
                [Asked, Calls, $"tool: =1 ={ToolResult.Interrupted} ={ToolResult.Cancelled}"]
            ),

            // The commit of a round ends all the same; then the turn is cancelled.
            ("the round's commit", "cancellation") => new(error, ChatStatus.Interrupted, round),
            ("the answer's commit", "cancellation") => new(null, ChatStatus.Ready, all),
            ("the round's commit", "conflict") => new(error, ChatStatus.Ready, theirs),
            ("the answer's commit", "conflict") => new(error, ChatStatus.Ready, [.. round, .. theirs]),
            ("the round's commit", _) => new(nameof(SessionUnsavedException), ChatStatus.Unsaved, []) { Resumed = all },
            _ => new(nameof(SessionUnsavedException), ChatStatus.Unsaved, round) { Resumed = all },
        };
    }

    private sealed record Outcome(string? Error, ChatStatus Status, string[] Kept)
    {
        public string[]? Resumed { get; init; }
    }
}
