using System.Diagnostics;

namespace PromptKit.Tests.Sessions;

/// <summary>A thread of an opened session is read only as far as its reducer needs it.</summary>
public class TailLoadingTests(ITestOutputHelper output)
{
    private const int Window = 40;

    private readonly FaultyStore _store = new(new InMemorySessionStore());
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise("ok");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnlyTheTailIsRead_AndSent(bool streaming)
    {
        await WriteAsync(turns: 100);
        var chat = await OpenAsync(new CountingHistoryReducer(Window));

        await chat.TakeTurnAsync(streaming, "now", cancellationToken: Token);

        Assert.Equal(Window, _store.MessagesRead);
        Assert.Equal(Window + 1, _model.Requests[^1].Messages.Count);
        Assert.Equal(["user: 80", "assistant: ok"], _model.Requests[^1].Messages.Take(2).Lines());
        Assert.Equal(Window + 2, chat.Messages.Count);
        Assert.Equal(["user: 0", "assistant: ok", "user: 1"], (await chat.ReadAsync(0, 3, Token)).Lines());
        Assert.Equal(["user: now", "assistant: ok"], (await chat.ReadAsync(200, 10, Token)).Lines());
    }

    [Fact]
    public async Task OpeningALongSession_AndSending_CostsLittle()
    {
        await WriteAsync(turns: 5000);
        var model = new FakeChatClient();
        List<(long Bytes, TimeSpan Time)> costs = [];
        for (var run = 0; run < 20; run++)
        {
            // Another process, as far as the session can tell.
            var manager = new SessionManager(
                model,
                _store.Inner,
                new SessionManagerOptions { HistoryReducer = new CountingHistoryReducer(Window) }
            );
            costs.Add(await Task.Run(() => OpenAndSendAsync(manager), Token));
        }

        var (bytes, time) = (costs.Min(cost => cost.Bytes), costs.Min(cost => cost.Time));
        output.WriteLine($"{bytes} bytes, {time.TotalMilliseconds:0.00} ms");
        Assert.InRange(bytes, 0, 200_000);

        static async Task<(long Bytes, TimeSpan Time)> OpenAndSendAsync(SessionManager manager)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            await (await manager.OpenAsync("s", Token)).Chat().SendAsync("now", Token);
            return (GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(start));
        }
    }

    [Fact]
    public async Task ATailThatBeginsInTheMiddleOfATurn_IsSentFromTheNextOneOn()
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "one", ScriptedReply.Call("a"), "two", "three");
        var session = await new SessionManager(model, _store).CreateAsync("s", Token);
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] };
        await session.Chat(options: tools).SendAsync("1", Token);
        await session.Chat(options: tools).SendAsync("2", Token);

        // The tail of 6 begins with the result of the first turn.
        var chat = await OpenAsync(new CountingHistoryReducer(6), model);
        await chat.SendAsync("3", Token);

        Assert.Equal(["user: 2", "assistant: a()", "tool: =1", "assistant: two", "user: 3"], model.Requests[^1].Messages.Story());
        Assert.Equal(8, chat.Messages.Count);
    }

    [Fact]
    public async Task ATailInsideOneLongTurn_BeginsWithACall()
    {
        var model = new ScriptedChatClient().Enqueue([.. Enumerable.Repeat(ScriptedReply.Call("a"), 5), "one", "two"]);
        var session = await new SessionManager(model, _store).CreateAsync("s", Token);
        await session.Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] }).SendAsync("1", Token);

        await (await OpenAsync(new CountingHistoryReducer(4), model)).SendAsync("2", Token);

        Assert.Equal(["assistant: a()", "tool: =1", "assistant: one", "user: 2"], model.Requests[^1].Messages.Story());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARepeatOfATurnBeyondTheTail_GivesItsReply(bool streaming)
    {
        var session = await new SessionManager(_model, _store).CreateAsync("s", Token);
        var repeated = new SendOptions { TurnId = "r" };
        await session.Chat().SendAsync("first", repeated, Token);
        await WriteAsync(turns: 10);
        var chat = await OpenAsync(new CountingHistoryReducer(4));
        var calls = _model.Requests.Count;

        var reply = await chat.TakeTurnAsync(streaming, "first", repeated, Token);

        Assert.Equal(("ok", ReplyOutcome.Completed, calls), (reply.Text, reply.Outcome, _model.Requests.Count));
    }

    [Fact]
    public async Task ANewTurnId_CostsTheSame_HoweverLongTheThread()
    {
        await WriteAsync(turns: 100);
        var chat = await OpenAsync(new CountingHistoryReducer(4));
        await chat.SendAsync("new", new SendOptions { TurnId = "r" }, Token);

        Assert.Equal(4, _store.MessagesRead);
    }

    [Fact]
    public async Task CallsThatWait_AreLoaded_HoweverShortTheTail()
    {
        var model = new ScriptedChatClient().Enqueue("ok", ScriptedReply.Call("a"), "done");
        var tools = new ChatOptions { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "1", "a"))] };
        var session = await new SessionManager(model, _store).CreateAsync("s", Token);
        await session.Chat(options: tools).SendAsync("1", Token);
        await session.Chat(options: tools).SendAsync("2", Token);

        var options = new SessionManagerOptions { HistoryReducer = new CountingHistoryReducer(1) };
        var chat = (await new SessionManager(model, _store, options).OpenAsync("s", Token)).Chat(options: tools);
        await chat.ApproveAsync(Assert.Single(chat.PendingApprovals), Token);

        Assert.Equal("done", (await chat.ResumeAsync(cancellationToken: Token)).Text);
        Assert.Equal(["assistant: a()", "tool: =1"], model.Requests[^1].Messages.Story());
    }

    [Fact]
    public async Task AThreadWithASummary_IsReadFromWhereTheSummaryEnds()
    {
        var summariser = new ScriptedChatClient().Otherwise("sum");
        var reducer = new SummarizingHistoryReducer(summariser, 10, keep: 4);
        var chat = (
            await new SessionManager(_model, _store, new SessionManagerOptions { HistoryReducer = reducer }).CreateAsync("s", Token)
        ).Chat();
        for (var turn = 0; turn < 20; turn++)
        {
            await chat.SendAsync($"{turn}", Token);
        }

        var summaries = summariser.Requests.Count;
        await (await OpenAsync(reducer)).SendAsync("now", Token);

        Assert.InRange(_store.MessagesRead, 4, 10);
        Assert.Equal(summaries, summariser.Requests.Count);
        Assert.StartsWith("Summary", _model.Requests[^1].Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReducerThatSaysNothingOfItself_GetsTheWholeThread()
    {
        await WriteAsync(turns: 20);
        var reducer = new FakeReducer(messages => messages.TakeLast(2));
        await (await OpenAsync(reducer)).SendAsync("now", Token);

        Assert.Equal(40, Assert.Single(reducer.Asked).Length);
        Assert.Equal(3, _model.Requests[^1].Messages.Count);
    }

    private async Task WriteAsync(int turns)
    {
        var chat = (await new SessionManager(new FakeChatClient(), _store.Inner).OpenOrCreateAsync("s", Token)).Chat();
        for (var turn = 0; turn < turns; turn++)
        {
            await chat.SendAsync($"{turn}", Token);
        }
    }

    private async Task<Chat> OpenAsync(IChatReducer reducer, IChatClient? model = null)
    {
        var manager = new SessionManager(model ?? _model, _store, new SessionManagerOptions { HistoryReducer = reducer });
        return (await manager.OpenAsync("s", Token)).Chat();
    }
}
