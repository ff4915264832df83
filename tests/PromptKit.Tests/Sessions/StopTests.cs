namespace PromptKit.Tests.Sessions;

/// <summary>StopAsync keeps what was said; leaving the loop does not. What tools did is kept in any case.</summary>
public class StopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StoppedInsideTheLoop_TheMessageAndThePartSoFarAreKept()
    {
        var chat = new Session(new ScriptedChatClient { ChunkSize = 4 }.Otherwise("one two three four")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        var heard = "";
        await foreach (var update in stream)
        {
            heard += update.Text;
            await stream.StopAsync();
        }

        var reply = await stream.Reply;
        Assert.Equal(ReplyOutcome.Stopped, reply.Outcome);
        Assert.Equal(["user: hi", $"assistant: {heard}"], chat.Messages.Lines());
        Assert.StartsWith("one", heard, StringComparison.Ordinal);
        Assert.NotEqual("one two three four", heard);
        Assert.Equal(heard, reply.Text);
        Assert.Equal(ChatStatus.Ready, chat.Status);
        await chat.SendAsync("go on", Token);
    }

    [Fact]
    public async Task StoppedFromElsewhereWhileTheModelThinks_TheMessageIsKept()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (chunk, token) => chunk.Index == 2 ? gate.PassAsync(token) : default };
        var chat = new Session(model.Otherwise("one two three")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        var reply = stream.Reply;
        await gate.Reached;

        await stream.StopAsync();

        Assert.True(reply.IsCompletedSuccessfully);
        Assert.Equal("one two ", (await reply).Text);
        Assert.Equal(["user: hi", "assistant: one two "], chat.Messages.Lines());
    }

    [Fact]
    public async Task StoppedAfterTheEnd_NothingChanges()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("all of it")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await stream.ToListAsync(Token);
        await stream.StopAsync();

        Assert.Equal(ReplyOutcome.Completed, (await stream.Reply).Outcome);
    }

    [Fact]
    public async Task StoppedBeforeItBegan_TheTurnIsCancelled()
    {
        var model = new ScriptedChatClient().Otherwise("never");
        var stream = new Session(model).Chat().SendStreamingAsync("hi", Token);
        await stream.StopAsync();

        Assert.True(stream.Reply.IsCanceled);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task StoppedInsideATool_TheRoundIsKept()
    {
        var gate = new Gate();
        var tool = AIFunctionFactory.Create(async (CancellationToken token) => await gate.PassAsync(token), "a");
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [tool] });
        var stream = chat.SendStreamingAsync("hi", Token);
        var reply = stream.Reply;
        await gate.Reached;

        await stream.StopAsync();

        Assert.Equal(ReplyOutcome.Stopped, (await reply).Outcome);
        Assert.Equal(["user: hi", "assistant: a()", $"tool: ={ToolResult.Interrupted}"], chat.Messages.Story());
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
    }

    [Fact]
    public async Task AConsumerThatLeavesAfterToolsRan_LosesNothingOfThem()
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done", "done at last");
        var tool = AIFunctionFactory.Create(() => "1", "a");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [tool] });
        await foreach (var update in chat.SendStreamingAsync("hi", Token))
        {
            if (update.Text == "done")
            {
                break;
            }
        }

        // It had seen a text and not the end: that turn is cancelled, and its finished round is kept.
        Assert.Equal(["user: hi", "assistant: a()", "tool: =1"], chat.Messages.Story());
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
        Assert.Equal("done at last", (await chat.ResumeAsync(cancellationToken: Token)).Text);
    }

    [Fact]
    public async Task StoppedBeforeTheCallsOfAnAnswerRan_WhatWasSaidBesideThemIsKept()
    {
        var runs = 0;
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new TextContent("let me look"), new FunctionCallContent("1", "a")] }
        );
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => ++runs, "a")] });
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var update in stream)
        {
            // What is read next are the calls; they run when it is asked for more.
            if (update.Contents is [UsageContent])
            {
                await stream.StopAsync();
            }
        }

        var reply = await stream.Reply;
        Assert.Equal((ReplyOutcome.Stopped, 0), (reply.Outcome, runs));
        Assert.Equal(["assistant: let me look"], reply.Messages.Story());
        Assert.Equal(["user: hi", "assistant: let me look"], chat.Messages.Story());
        Assert.Equal(ChatStatus.Ready, chat.Status);
        Assert.NotNull(chat.Usage);
    }

    [Fact]
    public async Task StoppedJustAsTheModelEnds_TheAnswerIsWhole()
    {
        ChatStream stream = null!;
        Task stopping = Task.CompletedTask;
        async IAsyncEnumerable<ChatResponseUpdate> Stream()
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "all of it");
            stopping = stream.StopAsync();
            await Task.Yield();
        }

        var chat = new Session(new FakeChatClient { Stream = (_, _, _) => Stream() }).Chat();
        stream = chat.SendStreamingAsync("hi", Token);

        Assert.Equal("all of it", (await stream.Reply).Text);
        await stopping;
        Assert.Equal(["user: hi", "assistant: all of it"], chat.Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenUpBehindTheFinishReason_TheAnswerIsKept_AndWhole(bool stops)
    {
        using var cancellation = new CancellationTokenSource();
        ChatStream stream = null!;
        var stopping = Task.CompletedTask;
        var model = new ScriptedChatClient
        {
            BeforeChunk = (chunk, _) =>
            {
                if (chunk.Update?.Contents is [UsageContent])
                {
                    stopping = stops ? stream.StopAsync() : cancellation.CancelAsync();
                }

                return ValueTask.CompletedTask;
            },
        }.Otherwise("all of it");
        var chat = new Session(model).Chat();
        stream = chat.SendStreamingAsync("hi", cancellation.Token);

        var reply = await stream.Reply;
        await stopping;
        Assert.Equal((ReplyOutcome.Completed, "all of it"), (reply.Outcome, reply.Text));
        Assert.NotNull(reply.Usage);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task StoppedWhenItsReaderHasLeft_NothingHappens()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("one two three")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var _ in stream)
        {
            break;
        }

        await stream.StopAsync();
        Assert.True(stream.Reply.IsCanceled);
        Assert.Empty(chat.Messages);
    }

    [Fact]
    public async Task StoppedByATool_TheTurnEndsWithThatToolsRound()
    {
        ChatStream stream = null!;
        var tool = AIFunctionFactory.Create(
            async () =>
            {
                await stream.StopAsync();
                return "stopped";
            },
            "a"
        );
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "done");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [tool] });
        stream = chat.SendStreamingAsync("hi", Token);

        Assert.Equal(ReplyOutcome.Stopped, (await stream.Reply).Outcome);
        Assert.Equal(["user: hi", "assistant: a()", "tool: =stopped"], chat.Messages.Story());
        Assert.Equal("done", (await chat.ResumeAsync(cancellationToken: Token)).Text);
    }

    [Fact]
    public async Task StoppedWhileItWaitsForItsTime_TheTurnIsCancelled()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();
        var first = chat.SendAsync("one", Token);
        var stream = chat.SendStreamingAsync("two", Token);
        var reply = stream.Reply;

        await stream.StopAsync();
        Assert.True(reply.IsCanceled);
        gate.Open();
        await first;
        Assert.Equal(["user: one", "assistant: ok"], chat.Messages.Lines());
    }
}
