namespace PromptKit.Tests.Sessions;

/// <summary>The reducers that come with PromptKit, on their own.</summary>
public class OwnReducerTests
{
    private static readonly ChatMessage System = new(ChatRole.System, "Be kind.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counting_KeepsTheLastWholeTurns()
    {
        ChatMessage[] messages = [.. Turn("1"), .. TurnWithTool("2"), .. Turn("3")];
        var reducer = new CountingHistoryReducer(5);

        Assert.Equal(["user: 3", "assistant: re 3"], (await reducer.ReduceAsync(messages, Token)).Story());
        Assert.Equal(
            ["user: 2", "assistant: a()", "tool: =1", "assistant: re 2", "user: 3", "assistant: re 3"],
            (await new CountingHistoryReducer(7).ReduceAsync(messages, Token)).Story()
        );
    }

    [Fact]
    public async Task Counting_LeavesAShortHistoryAsItIs()
    {
        ChatMessage[] messages = [new(ChatRole.Assistant, "Welcome."), .. TurnWithTool("1")];

        Assert.Equal(messages, await new CountingHistoryReducer(5).ReduceAsync(messages, Token));
    }

    [Fact]
    public async Task Counting_CutsTheMiddleOfALongTurn_BeforeACall()
    {
        ChatMessage[] messages = [.. TurnWithTool("1").SkipLast(1), .. Round(), .. Round(), new(ChatRole.Assistant, "re 1")];

        Assert.Equal(
            ["assistant: a()", "tool: =1", "assistant: re 1"],
            (await new CountingHistoryReducer(4).ReduceAsync(messages, Token)).Story()
        );
    }

    [Fact]
    public async Task Counting_KeepsSystemMessages_AndDoesNotCountThem()
    {
        ChatMessage[] messages = [System, .. Turn("1"), .. Turn("2")];

        Assert.Equal(messages, await new CountingHistoryReducer(4).ReduceAsync(messages, Token));
        Assert.Equal(
            ["system: Be kind.", "user: 2", "assistant: re 2"],
            (await new CountingHistoryReducer(3).ReduceAsync(messages, Token)).Story()
        );
    }

    [Fact]
    public async Task Counting_WithKeep_CutsRarelyAndThenMore()
    {
        var reducer = new CountingHistoryReducer(6, keep: 2);
        ChatMessage[] messages = [.. Turn("1"), .. Turn("2"), .. Turn("3")];

        Assert.Equal(messages, await reducer.ReduceAsync(messages, Token));
        Assert.Equal(["user: 4", "assistant: re 4"], (await reducer.ReduceAsync([.. messages, .. Turn("4")], Token)).Story());
    }

    [Fact]
    public async Task Summarizing_HasEverythingOldSummarised_AndKeepsTheLastWholeTurns()
    {
        var model = new ScriptedChatClient().Otherwise(" They greeted. ");
        ChatMessage[] messages =
        [
            System,
            .. TurnWithTool("1"),
            new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png"), new TextContent("2")]),
            new(ChatRole.Assistant, "re 2"),
            .. Turn("3"),
        ];

        var reduced = await new SummarizingHistoryReducer(model, 6, keep: 3).ReduceAsync(messages, Token);

        Assert.Equal(
            ["system: Be kind.", "user: Summary of the conversation until here:\nThey greeted.", "user: 3", "assistant: re 3"],
            reduced.Story()
        );
        var request = Assert.Single(model.Requests);
        Assert.Contains("Summarize", request.SystemText, StringComparison.Ordinal);
        Assert.Equal(
            "user: 1\nassistant calls a()\ntool: 1\nassistant: re 1\nuser: [image/png]\nuser: 2\nassistant: re 2",
            request.UserText
        );
    }

    [Fact]
    public async Task Summarizing_CallsNobody_AsLongAsThereIsLittle()
    {
        ChatMessage[] messages = [System, .. Turn("1"), .. Turn("2")];

        Assert.Equal(messages, await new SummarizingHistoryReducer(new ScriptedChatClient(), 4).ReduceAsync(messages, Token));
    }

    [Fact]
    public async Task Summarizing_SummarisesTheLastSummaryToo()
    {
        var model = new ScriptedChatClient().Enqueue("first", "second");
        var reducer = new SummarizingHistoryReducer(model, 3, keep: 2);
        var once = await reducer.ReduceAsync([.. Turn("1"), .. Turn("2")], Token);
        var twice = await reducer.ReduceAsync([.. once, .. Turn("3")], Token);

        Assert.Equal(["user: Summary of the conversation until here:\nsecond", "user: 3", "assistant: re 3"], twice.Story());
        Assert.Contains("first", model.Requests[1].UserText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summarizing_FailsWithTheModel_AndWithoutASummary()
    {
        var error = new HttpRequestException();
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Failure(error), " ");
        var reducer = new SummarizingHistoryReducer(model, 2);
        ChatMessage[] messages = [.. Turn("1"), .. Turn("2")];

        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => reducer.ReduceAsync(messages, Token)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reducer.ReduceAsync(messages, Token));
    }

    [Fact]
    public void LimitsThatMeanNothing_AreRefused()
    {
        var model = new ScriptedChatClient();
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountingHistoryReducer(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountingHistoryReducer(4, keep: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountingHistoryReducer(4, keep: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SummarizingHistoryReducer(model, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SummarizingHistoryReducer(model, 4, keep: 4));
        Assert.Throws<ArgumentNullException>(() => new SummarizingHistoryReducer(null!, 4));
    }

    private static ChatMessage[] Turn(string text) => [new(ChatRole.User, text), new(ChatRole.Assistant, $"re {text}")];

    private static ChatMessage[] TurnWithTool(string text) => [new(ChatRole.User, text), .. Round(), new(ChatRole.Assistant, $"re {text}")];

    private static ChatMessage[] Round() =>
        [new(ChatRole.Assistant, [new FunctionCallContent("c", "a")]), new(ChatRole.Tool, [new FunctionResultContent("c", "1")])];
}
