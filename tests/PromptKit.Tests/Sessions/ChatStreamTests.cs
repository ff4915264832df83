namespace PromptKit.Tests.Sessions;

public class ChatStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStream_GivesTheAnswerPieceByPiece_AndThenTheReply()
    {
        var chat = new Session(new ScriptedChatClient { ChunkSize = 2 }.Otherwise("abcde")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);

        var updates = await stream.ToListAsync(Token);
        var reply = await stream.Reply;

        Assert.Equal(["ab", "cd", "e", "", ""], updates.Select(update => update.Text));
        Assert.Equal("abcde", reply.Text);
        Assert.Equal(ChatFinishReason.Stop, reply.FinishReason);
        Assert.Equal(2, reply.Usage?.OutputTokenCount);
        Assert.Equal(["user: hi", "assistant: abcde"], chat.Messages.Lines());
    }

    [Fact]
    public async Task AStreamThatNobodyReads_CallsNobody_AndHoldsNobodyUp()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat();

        var stream = chat.SendStreamingAsync("never", Token);
        await using (stream.GetAsyncEnumerator(Token)) { }
        await chat.SendAsync("one", Token);

        Assert.Equal(["one"], model.Requests.Select(request => request.UserText));
        Assert.Equal("ok", (await stream.Reply).Text);
    }

    [Fact]
    public async Task Reply_ReadsAStreamThatNobodyElseReads()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("abcdefgh")).Chat();

        Assert.Equal("abcdefgh", (await chat.SendStreamingAsync("hi", Token).Reply).Text);
        Assert.Equal(["user: hi", "assistant: abcdefgh"], chat.Messages.Lines());
    }

    [Fact]
    public async Task AStream_IsEnumerableOnce()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat();
        var enumerated = chat.SendStreamingAsync("one", Token);
        await enumerated.ToListAsync(Token);
        var replied = chat.SendStreamingAsync("two", Token);
        await replied.Reply;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await enumerated.ToListAsync(Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await replied.ToListAsync(Token));
        Assert.Equal("ok", (await enumerated.Reply).Text);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task TheUpdateWithTheFinishReason_ArrivesAfterTheCommit()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("abcdefgh")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var update in stream)
        {
            Assert.Equal(update.FinishReason is null && update.Contents is not [UsageContent] ? 0 : 2, chat.Messages.Count);
        }
    }

    [Fact]
    public async Task AConsumerThatStopsAtTheFinishReason_HasAWholeTurn()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("abcdefgh")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var update in stream)
        {
            if (update.FinishReason is not null)
            {
                break;
            }
        }

        Assert.Equal("abcdefgh", (await stream.Reply).Text);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task WithoutAFinishReason_TheLastUpdateArrivesAfterTheCommit()
    {
        ChatResponseUpdate[] updates = [new(ChatRole.Assistant, "a"), new(ChatRole.Assistant, "b")];
        var chat = new Session(new FakeChatClient { Stream = (_, _, token) => FakeChatClient.Updates(updates, token) }).Chat();

        var committed = new List<int>();
        await foreach (var _ in chat.SendStreamingAsync("hi", Token))
        {
            committed.Add(chat.Messages.Count);
        }

        Assert.Equal([0, 2], committed);
    }

    [Fact]
    public async Task TheNextTurn_NeedNotWaitForTheLastUpdateToBeRead()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("ok")).Chat();
        await foreach (var update in chat.SendStreamingAsync("one", Token))
        {
            if (update.FinishReason is not null)
            {
                await chat.SendAsync("two", Token);
            }
        }

        Assert.Equal(4, chat.Messages.Count);
    }

    [Fact]
    public async Task AModelThatBreaksOff_LeavesTheHistoryAsItWas_AndThrowsItsOwnException()
    {
        var error = new HttpRequestException("reset");
        var chat = new Session(new ScriptedChatClient().Enqueue(ScriptedReply.Failure(error, after: "abcdefgh"), "ok")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        var heard = "";

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var update in stream)
            {
                heard += update.Text;
            }
        });

        Assert.Same(error, thrown);
        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => stream.Reply));
        Assert.Equal("abcd", heard);
        Assert.Empty(chat.Messages);
        await chat.SendAsync("again", Token);
    }

    [Fact]
    public async Task AFailureWhileReplyReads_IsOnReply()
    {
        var error = new HttpRequestException("reset");
        var chat = new Session(new ScriptedChatClient().Enqueue(ScriptedReply.Failure(error, after: "abcdefgh"))).Chat();

        Assert.Same(error, await Assert.ThrowsAsync<HttpRequestException>(() => chat.SendStreamingAsync("hi", Token).Reply));
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task CancellingInTheMiddle_LeavesTheHistoryAsItWas()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Gate();
        var model = new ScriptedChatClient
        {
            BeforeChunk = (chunk, token) => chunk.Index == 3 ? gate.PassAsync(token) : ValueTask.CompletedTask,
        }.Otherwise("one two three four five");
        var chat = new Session(model).Chat();
        var stream = chat.SendStreamingAsync("hi", cancellation.Token);
        var reading = stream.ToListAsync(Token).AsTask();

        await gate.Reached;
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Same(error, await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.Reply));
        Assert.True(stream.Reply.IsCanceled);
        Assert.Empty(chat.Messages);
        gate.Open();
        await chat.SendAsync("again", Token);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task CancelledWhenTheModelHasEnded_WithoutAFinishReason_TheAnswerIsKept()
    {
        using var cancellation = new CancellationTokenSource();
        async IAsyncEnumerable<ChatResponseUpdate> Stream()
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "all of it");
            await cancellation.CancelAsync();
        }

        var chat = new Session(new FakeChatClient { Stream = (_, _, _) => Stream() }).Chat();

        Assert.Equal("all of it", (await chat.SendStreamingAsync("hi", cancellation.Token).Reply).Text);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task TheTokenOfTheEnumeration_CancelsToo()
    {
        using var cancellation = new CancellationTokenSource();
        var chat = new Session(new ScriptedChatClient().Otherwise("one two three")).Chat();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in chat.SendStreamingAsync("hi", Token).WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task AClientThatIgnoresTheToken_IsCancelledAllTheSame()
    {
        using var cancellation = new CancellationTokenSource();
        var updates = Enumerable.Range(0, 10).Select(_ => new ChatResponseUpdate(ChatRole.Assistant, "x"));
        var chat = new Session(new FakeChatClient { Stream = (_, _, _) => FakeChatClient.Updates(updates, CancellationToken.None) }).Chat();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in chat.SendStreamingAsync("hi", cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task AConsumerThatStops_CancelsTheTurn()
    {
        var model = new ScriptedChatClient().Otherwise("one two three");
        var chat = new Session(model).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var _ in stream)
        {
            break;
        }

        Assert.True(stream.Reply.IsCanceled);
        Assert.Empty(chat.Messages);
        await chat.SendAsync("again", Token);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Disposing_WaitsForTheClient_AndDoesNotThrow()
    {
        var gate = new Gate();
        var client = new FakeChatClient { Stream = (_, _, _) => StreamThatIsHardToStop(gate) };
        var chat = new Session(client).Chat();
        var reader = chat.SendStreamingAsync("hi", Token).GetAsyncEnumerator(Token);
        Assert.True(await reader.MoveNextAsync());

        var disposing = reader.DisposeAsync().AsTask();
        await gate.Reached;
        var next = chat.SendAsync("next", Token);
        Assert.False(disposing.IsCompleted);
        Assert.False(next.IsCompleted);

        gate.Open();
        await disposing;
        await next;
        Assert.Equal(["user: next", "assistant: ok"], chat.Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_WaitsForTheClosingCommit_AndDoesNotThrow(bool fails)
    {
        var gate = new Gate();
        var inTool = new Gate();
        var store = new FaultyStore(new InMemorySessionStore())
        {
            BeforeCommit = async (_, token) =>
            {
                await gate.PassAsync(token);
                if (fails)
                {
                    throw new IOException();
                }
            },
        };
        var tool = AIFunctionFactory.Create(async (CancellationToken token) => await inTool.PassAsync(token), "a");
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"));
        var session = await new SessionManager(model, store).CreateAsync(cancellationToken: Token);
        var chat = session.Chat(options: new ChatOptions { Tools = [tool] });
        var stream = chat.SendStreamingAsync("hi", Token);
        var reader = stream.GetAsyncEnumerator(Token);
        var move = Record.ExceptionAsync(async () =>
        {
            while (await reader.MoveNextAsync()) { }
        });
        await inTool.Reached;

        var disposing = reader.DisposeAsync().AsTask();
        await gate.Reached;
        Assert.False(disposing.IsCompleted);
        gate.Open();
        await disposing;

        Assert.IsAssignableFrom<OperationCanceledException>(await move);
        Assert.True(stream.Reply.IsCanceled);
        Assert.Equal(fails ? ChatStatus.Unsaved : ChatStatus.Interrupted, chat.Status);
    }

    [Fact]
    public async Task DisposingWhileTheModelIsAsked_EndsTheTurn()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        var reader = stream.GetAsyncEnumerator(Token);
        var move = reader.MoveNextAsync().AsTask();
        await gate.Reached;

        await reader.DisposeAsync();
        await reader.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);
        Assert.True(stream.Reply.IsCanceled);
        Assert.False(await reader.MoveNextAsync());
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task AFinishReasonBeforeToolsRun_IsNotTheEnd()
    {
        var model = new ScriptedChatClient()
            .When(request => request.ToolResults.Count > 0, "It is sunny.")
            .Otherwise(ScriptedReply.Call("weather"));
        using var client = model.AsBuilder().UseFunctionInvocation().Build();
        var preamble = new CountingPreamble { Options = new() { Tools = [AIFunctionFactory.Create(() => "sunny", "weather")] } };
        var chat = new Session(client).Chat(preamble);

        var stream = chat.SendStreamingAsync("How is the weather?", Token);
        var committed = new List<int>();
        await foreach (var update in stream)
        {
            if (update.FinishReason is not null)
            {
                committed.Add(chat.Messages.Count);
            }
        }

        Assert.Equal([0, 4], committed);
        Assert.Equal("It is sunny.", (await stream.Reply).Text);
        await chat.SendAsync("Thanks", Token);
    }

    [Fact]
    public async Task AConversationKeptByTheService_IsForgotten()
    {
        ChatResponseUpdate[] updates = [new(ChatRole.Assistant, "a") { ConversationId = "c" }];
        var chat = new Session(new FakeChatClient { Stream = (_, _, token) => FakeChatClient.Updates(updates, token) }).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);

        Assert.Null(Assert.Single(await stream.ToListAsync(Token)).ConversationId);
        Assert.Null((await stream.Reply).ConversationId);
        Assert.Equal("c", updates[0].ConversationId);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> StreamThatIsHardToStop(Gate gate)
    {
        await using var connection = new BadConnection(gate);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "a");
        yield return new ChatResponseUpdate(ChatRole.Assistant, "b");
    }

    private sealed class BadConnection(Gate gate) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await gate.PassAsync(Token);
            throw new InvalidOperationException("The connection could not be closed.");
        }
    }
}
