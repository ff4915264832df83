namespace PromptKit.Tests.Sessions;

/// <summary>A turn of one round with three calls and then an answer, in which one thing goes wrong at one point, once.</summary>
internal sealed class FaultyTurn : IDisposable
{
    public const string Asked = "user: hi";
    public const string Calls = "assistant: see a() b() a()";
    public const string Results = "tool: =1 =2 =1";
    public const string Done = "assistant: done";
    public const string SecondOfThree = "inside the second of three calls";
    public const string SecondOfParallel = "inside the second of three parallel calls";
    public const string RoundsCommit = "the round's commit";
    public const string AnswersCommit = "the answer's commit";

    private const int InputTokens = 10;

    private readonly string _point;
    private readonly string _how;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _secondHasEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IChatClient _client;
    private readonly ChatOptions _options;
    private bool _isArmed = true;
    private int _started;

    /// <param name="point">Where it goes wrong.</param>
    /// <param name="how">A failure, a failure after the store has written, a cancellation, or a conflict.</param>
    /// <param name="answersAfterTools">Whether the model gives an answer when it has results; else it calls again, for ever.</param>
    public FaultyTurn(string point, string how, bool answersAfterTools = true)
    {
        (_point, _how) = (point, how);
        Store = new FaultyStore(new InMemorySessionStore())
        {
            BeforeCommit = (commit, _) => how == "conflict" ? ConflictAsync(commit) : FailAsync(At(commit), "failure"),
            AfterCommit = (commit, _) => FailAsync(At(commit), "failure after it was written"),
        };
        Model = new ScriptedChatClient { ChunkSize = 2, BeforeChunk = (chunk, _) => FailAsync(At(chunk), "failure") }.Otherwise(request =>
            request.ToolResults.Count > 0 && answersAfterTools ? Say("done")
            : request.UserText == "hi" ? Call()
            : Say("ok")
        );
        _client =
            point == SecondOfParallel
                ? Model.AsBuilder().UseFunctionInvocation(configure: functions => functions.AllowConcurrentInvocation = true).Build()
                : Model;
        _options = new ChatOptions
        {
            Tools = [AIFunctionFactory.Create(RunFirstOrThirdAsync, "a"), AIFunctionFactory.Create(RunSecondAsync, "b")],
        };
    }

    /// <summary>Where it may go wrong, and how, streaming and not.</summary>
    public static TheoryData<string, string, bool> Points
    {
        get
        {
            var points = new TheoryData<string, string, bool>();
            foreach (var streaming in new[] { false, true })
            {
                foreach (
                    var point in new[]
                    {
                        "before the first chunk",
                        "in the middle",
                        "between rounds",
                        "in the middle of the second answer",
                        SecondOfThree,
                        SecondOfParallel,
                    }
                )
                {
                    points.Add(point, "failure", streaming);
                    points.Add(point, "cancellation", streaming);
                }

                foreach (var point in new[] { RoundsCommit, AnswersCommit })
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

    public HttpRequestException Error { get; } = new("injected");

    public FaultyStore Store { get; }

    public ScriptedChatClient Model { get; }

    public CountingPreamble Preamble { get; } = new();

    /// <summary>The token that a cancellation cancels.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Chat> CreateAsync() =>
        (await new SessionManager(_client, Store).CreateAsync(new Tally(0), "s", Token)).Chat(Preamble, _options);

    /// <summary>The same thread in another process.</summary>
    public async Task<Chat> RestartAsync() =>
        (await new SessionManager(_client, Store.Inner).OpenAsync<Tally>("s", Token)).Chat(Preamble, _options);

    /// <summary>What is in the store is the story told, with the state and the usage that belong to it, and no preamble.</summary>
    public async Task CheckStoredAsync(IReadOnlyList<string> story)
    {
        var session = await new SessionManager(Model, Store.Inner).OpenAsync<Tally>("s", Token);
        var chat = session.Chat();
        var stored = await chat.ReadAsync(0, 100, Token);
        Assert.Equal(story, stored.Story());
        var results = stored.SelectMany(message => message.Contents).OfType<FunctionResultContent>();
        Assert.Equal(results.Count(result => $"{result.Result}" is "1" or "2"), session.State.Updates);
        Assert.Equal(InputTokens * stored.Count(message => message.Role == ChatRole.Assistant), chat.Usage?.InputTokenCount ?? 0);
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _client.Dispose();
    }

    private static ScriptedReply Say(string text) => new() { Contents = [new TextContent(text)], Usage = Usage() };

    private static ScriptedReply Call() =>
        new()
        {
            Contents =
            [
                new TextContent("see"),
                new FunctionCallContent("1", "a"),
                new FunctionCallContent("2", "b"),
                new FunctionCallContent("3", "a"),
            ],
            Usage = Usage(),
        };

    private static UsageDetails Usage() => new() { InputTokenCount = InputTokens };

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
        commit.Threads.Any(thread => thread.Messages.Count == 3) ? RoundsCommit : AnswersCommit;

    // Beside each other, the first and the third are there before the second does anything, and end after it.
    private async Task<string> RunFirstOrThirdAsync()
    {
        if (_point == SecondOfParallel)
        {
            Interlocked.Increment(ref _started);
            await _secondHasEnded.Task.WaitAsync(Token);
        }

        await CountAsync();
        return "1";
    }

    private async Task<string> RunSecondAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_point == SecondOfParallel && Volatile.Read(ref _started) < 2)
            {
                await Task.Yield();
            }

            await FailAsync(_point == SecondOfParallel ? SecondOfParallel : SecondOfThree, "failure");
            cancellationToken.ThrowIfCancellationRequested();
            await CountAsync();
            return "2";
        }
        finally
        {
            _secondHasEnded.TrySetResult();
        }
    }

    private static async Task CountAsync() => await Session<Tally>.Current!.UpdateStateAsync(tally => new Tally(tally.Updates + 1), Token);

    private async ValueTask FailAsync(string here, string kind)
    {
        if (here != _point || !_isArmed)
        {
            return;
        }

        if (_how == "cancellation" && kind == "failure")
        {
            _isArmed = false;
            await _cancellation.CancelAsync();
        }
        else if (_how == kind)
        {
            _isArmed = false;
            throw Error;
        }
    }

    private async ValueTask ConflictAsync(SessionCommit commit)
    {
        if (At(commit) == _point && _isArmed)
        {
            _isArmed = false;
            var theirs = new ScriptedChatClient().Otherwise(Say("theirs"));
            await (await new SessionManager(theirs, Store.Inner).OpenAsync<Tally>("s", Token)).Chat().SendAsync("other", Token);
        }
    }

    internal sealed record Tally(int Updates);
}
