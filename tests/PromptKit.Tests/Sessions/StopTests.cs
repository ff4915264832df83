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
}
