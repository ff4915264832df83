namespace PromptKit.Testing.Tests;

public class ScriptedChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheFirstRuleThatMatches_Answers()
    {
        var model = new ScriptedChatClient()
            .When("internet", "first")
            .When(request => request.UserText.Length > 3, "second")
            .Otherwise("third");

        Assert.Equal("first", (await model.GetResponseAsync("My INTERNET", cancellationToken: Token)).Text);
        Assert.Equal("second", (await model.GetResponseAsync("My phone", cancellationToken: Token)).Text);
        Assert.Equal("third", (await model.GetResponseAsync("hi", cancellationToken: Token)).Text);
    }

    [Fact]
    public async Task ARule_SeesTheWholeConversation()
    {
        var model = new ScriptedChatClient()
            .When("first", request => $"You said '{request.UserTexts[0]}' to '{request.SystemText}' at {request.Options?.Temperature}.")
            .When(request => request.UserTexts.Count > 2, request => $"{request.UserTexts.Count}");
        ChatMessage[] conversation =
        [
            new(ChatRole.System, "a clerk"),
            new(ChatRole.User, "hello"),
            new(ChatRole.Assistant, "hi"),
            new(ChatRole.User, "What did I say first?"),
        ];

        var response = await model.GetResponseAsync(conversation, new ChatOptions { Temperature = 1 }, Token);
        Assert.Equal("You said 'hello' to 'a clerk' at 1.", response.Text);
    }

    [Fact]
    public async Task QueuedReplies_GoAheadOfRules_OnceEach()
    {
        var model = new ScriptedChatClient().Otherwise("rule").Enqueue("one", "two");

        var texts = new List<string>();
        for (var request = 0; request < 3; request++)
        {
            texts.Add((await model.GetResponseAsync("hi", cancellationToken: Token)).Text);
        }

        Assert.Equal(["one", "two", "rule"], texts);
    }

    [Fact]
    public async Task WithoutARuleThatMatches_TheErrorSaysWhatWasSaid()
    {
        var model = new ScriptedChatClient().When("internet", "ok");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => model.GetResponseAsync("my phone", cancellationToken: Token));
        Assert.Contains("'my phone'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, new[] { "a", "b", "😀", "c", "", "" })]
    [InlineData(3, new[] { "ab😀", "c", "", "" })]
    [InlineData(4, new[] { "ab😀", "c", "", "" })]
    [InlineData(100, new[] { "ab😀c", "", "" })]
    public async Task AStreamedText_ComesInChunks_ThatSplitNoCharacter(int size, string[] expected)
    {
        var model = new ScriptedChatClient { ChunkSize = size }.Otherwise("ab😀c");

        var updates = await model.GetStreamingResponseAsync("hi", cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(expected, updates.Select(update => update.Text));
        Assert.Equal(ChatFinishReason.Stop, updates[^2].FinishReason);
        Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedChatClient { ChunkSize = 0 });
    }

    [Fact]
    public async Task StreamedOrNot_TheAnswerIsTheSame()
    {
        var reply = new ScriptedReply
        {
            Contents =
            [
                new TextContent("Let me look."),
                new FunctionCallContent("c", "look", new Dictionary<string, object?> { ["at"] = 7 }),
            ],
        };
        var whole = await new ScriptedChatClient().Enqueue(reply).GetResponseAsync("hi", cancellationToken: Token);
        var streamed = await new ScriptedChatClient()
            .Enqueue(reply)
            .GetStreamingResponseAsync("hi", cancellationToken: Token)
            .ToChatResponseAsync(Token);

        foreach (var response in (ChatResponse[])[whole, streamed])
        {
            var contents = Assert.Single(response.Messages).Contents;
            Assert.Equal("Let me look.", Assert.IsType<TextContent>(contents[0]).Text);
            Assert.Equal(7, Assert.IsType<FunctionCallContent>(contents[1]).Arguments?["at"]);
            Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
            Assert.Equal(("response_1", "message_1", "scripted"), (response.ResponseId, response.Messages[0].MessageId, response.ModelId));
            Assert.Equal(1, response.Usage?.InputTokenCount);
            Assert.Equal(3 + 1 + 1 + 1, response.Usage?.OutputTokenCount);
            Assert.Equal(7, response.Usage?.TotalTokenCount);
        }
    }

    [Fact]
    public async Task AReplysOwnUsageAndFinishReason_AreGiven()
    {
        var reply = new ScriptedReply
        {
            Usage = new UsageDetails { InputTokenCount = 99 },
            FinishReason = ChatFinishReason.Length,
        };

        var response = await new ScriptedChatClient().Enqueue(reply).GetResponseAsync("hi", cancellationToken: Token);

        Assert.Equal(99, response.Usage?.InputTokenCount);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    [Fact]
    public async Task EveryCall_GetsAnIdOfItsOwn()
    {
        var model = new ScriptedChatClient().Otherwise(ScriptedReply.Call("look"));
        var ids = new List<string>();
        for (var request = 0; request < 2; request++)
        {
            var response = await model.GetResponseAsync("hi", cancellationToken: Token);
            ids.Add(Assert.IsType<FunctionCallContent>(Assert.Single(response.Messages[0].Contents)).CallId);
        }

        Assert.Equal(["call_1", "call_2"], ids);
    }

    [Fact]
    public async Task AToolRound_RunsThroughFunctionInvocation()
    {
        var model = new ScriptedChatClient()
            .When(request => request.ToolResults.Count > 0, request => $"Your order is {request.ToolResults[0].Result}.")
            .When("order", ScriptedReply.Call("lookup_order", new Dictionary<string, object?> { ["id"] = "42" }));
        using var client = model.AsBuilder().UseFunctionInvocation().Build();
        var tool = AIFunctionFactory.Create((string id) => $"on its way ({id})", "lookup_order");

        var response = await client.GetResponseAsync("Where is my order?", new ChatOptions { Tools = [tool] }, Token);

        Assert.Equal("Your order is on its way (42).", response.Text);
    }

    [Fact]
    public async Task AFailure_IsThrown_AndAStreamBreaksOff()
    {
        var error = new HttpRequestException("503");
        var model = new ScriptedChatClient { ChunkSize = 2 }.Otherwise(ScriptedReply.Failure(error, after: "abc"));

        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("hi", cancellationToken: Token)));
        var heard = new List<string>();
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var update in model.GetStreamingResponseAsync("hi", cancellationToken: Token))
            {
                heard.Add(update.Text);
            }
        });
        Assert.Same(error, thrown);
        Assert.Equal(["ab", "c"], heard);
    }

    [Fact]
    public async Task BeforeChunk_StopsTheModelAtExactlyThatPoint()
    {
        using var cancellation = new CancellationTokenSource();
        var model = new ScriptedChatClient
        {
            ChunkSize = 1,
            BeforeChunk = (chunk, _) => chunk.Index == 2 ? new ValueTask(cancellation.CancelAsync()) : ValueTask.CompletedTask,
        }.Otherwise("abcdef");
        var heard = "";

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in model.GetStreamingResponseAsync("hi", cancellationToken: cancellation.Token))
            {
                heard += update.Text;
            }
        });
        Assert.Equal("ab", heard);
    }

    [Fact]
    public async Task BeforeChunk_IsCalledOnce_WhenNothingIsStreamed()
    {
        var chunks = new List<ScriptedChunk>();
        var model = new ScriptedChatClient
        {
            BeforeChunk = (chunk, _) =>
            {
                chunks.Add(chunk);
                return ValueTask.CompletedTask;
            },
        }.Otherwise("abcdef");
        await model.GetResponseAsync("hi", cancellationToken: Token);

        var only = Assert.Single(chunks);
        Assert.Null(only.Update);
        Assert.Same(model.Requests[0], only.Request);
    }

    [Fact]
    public async Task ChunkDelay_IsWaited_BeforeEveryChunk_OnTheGivenClock()
    {
        var clock = new ImmediateClock();
        var model = new ScriptedChatClient
        {
            ChunkSize = 3,
            ChunkDelay = TimeSpan.FromSeconds(30),
            TimeProvider = clock,
        }.Otherwise("abcdef");

        var updates = await model.GetStreamingResponseAsync("hi", cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(30), updates.Count), clock.Delays);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScriptedChatClient { ChunkDelay = TimeSpan.FromTicks(-1) });
    }

    [Fact]
    public async Task Requests_AreKeptAsTheyWere()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var text = new TextContent("one");
        var messages = new List<ChatMessage> { new(ChatRole.User, [text]) };
        var options = new ChatOptions { Temperature = 1 };
        await model.GetResponseAsync(messages, options, Token);
        await model.GetStreamingResponseAsync(messages, cancellationToken: Token).ToListAsync(Token);

        text.Text = "changed";
        messages[0].Contents.Add(new TextContent("more"));
        messages.Clear();
        options.Temperature = 2;

        Assert.Equal("one", model.Requests[0].UserText);
        Assert.Single(model.Requests[0].Messages[0].Contents);
        Assert.Equal(1, model.Requests[0].Options?.Temperature);
        Assert.False(model.Requests[0].IsStreaming);
        Assert.True(model.Requests[1].IsStreaming);
        Assert.Null(model.Requests[1].Options);
    }

    [Fact]
    public async Task ManyThreads_MayAskAtOnce()
    {
        const int Requests = 200;
        var model = new ScriptedChatClient().Otherwise(request => request.UserText);

        var texts = await Task.WhenAll(
            Enumerable
                .Range(0, Requests)
                .Select(number => Task.Run(async () => (await model.GetResponseAsync($"{number}", cancellationToken: Token)).Text, Token))
        );

        Assert.Equal(Enumerable.Range(0, Requests).Select(number => $"{number}"), texts);
        Assert.Equal(Requests, model.Requests.Count);
    }

    [Fact]
    public async Task TheModel_IsTheOneAskedFor_ElseItsOwn()
    {
        var model = new ScriptedChatClient { ModelId = "mine" }.Otherwise("ok");

        Assert.Equal("mine", (await model.GetResponseAsync("hi", cancellationToken: Token)).ModelId);
        Assert.Equal("yours", (await model.GetResponseAsync("hi", new ChatOptions { ModelId = "yours" }, Token)).ModelId);
        Assert.Equal("mine", model.GetService<ChatClientMetadata>()?.DefaultModelId);
        Assert.Same(model, model.GetService<ScriptedChatClient>());
        Assert.Null(model.GetService<ScriptedChatClient>("key"));
    }
}
