namespace PromptKit.Tests.Sessions;

/// <summary>Nothing that a caller or a client changes afterwards changes the history.</summary>
public class HistoryIsolationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangingASentMessage_ChangesNothing()
    {
        byte[] bytes = [1];
        var text = new TextContent("one");
        var message = new ChatMessage(ChatRole.User, [text, new DataContent(bytes, "image/png")])
        {
            AdditionalProperties = new() { ["k"] = "v" },
        };
        var chat = new Session(new ScriptedChatClient().Otherwise("ok")).Chat();
        await chat.SendAsync(message, Token);

        text.Text = "changed";
        bytes[0] = 9;
        message.Contents.Add(new TextContent("more"));
        message.AdditionalProperties["k"] = "changed";

        var kept = chat.Messages[0];
        Assert.Equal("one", kept.Text);
        Assert.Equal([1], Assert.IsType<DataContent>(kept.Contents[1]).Data.ToArray());
        Assert.Equal(2, kept.Contents.Count);
        Assert.Equal("v", kept.AdditionalProperties?["k"]?.ToString());
    }

    [Fact]
    public async Task ChangingAMessageBeforeItsTurnHasCome_ChangesNothing()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();
        var message = new ChatMessage(ChatRole.User, "two");
        var first = chat.SendAsync("one", Token);
        var second = chat.SendAsync(message, Token);

        message.Contents.Clear();
        gate.Open();
        await Task.WhenAll(first, second);

        Assert.Equal(["user: one", "assistant: ok", "user: two", "assistant: ok"], chat.Messages.Lines());
    }

    [Fact]
    public async Task ChangingAReply_ChangesNothing()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("ok")).Chat();
        var reply = await chat.SendAsync("one", Token);

        reply.Messages[0].Contents.Clear();
        reply.Messages.Clear();

        Assert.Equal(["user: one", "assistant: ok"], chat.Messages.Lines());
    }

    [Fact]
    public async Task ChangingWhatMessagesGives_ChangesNothing()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("ok")).Chat();
        await chat.SendAsync("one", Token);
        var messages = chat.Messages;

        messages[0].Contents.Clear();
        ((TextContent)messages[1].Contents[0]).Text = "changed";

        Assert.Equal(["user: one", "assistant: ok"], messages.Lines());
        Assert.Equal(["user: one", "assistant: ok"], chat.Messages.Lines());
    }

    [Fact]
    public async Task MessagesTakenBeforeATurn_StayAsTheyWere()
    {
        var chat = new Session(new ScriptedChatClient().Otherwise("ok")).Chat();
        var before = chat.Messages;
        await chat.SendAsync("one", Token);

        Assert.Empty(before);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task AClientThatChangesItsArguments_ChangesThatCallOnly()
    {
        var seen = new List<string>();
        var client = new FakeChatClient
        {
            Respond = (messages, options, _) =>
            {
                seen.AddRange(messages.Lines());
                foreach (var message in messages)
                {
                    message.Contents[0] = new TextContent("spoilt");
                }

                // It stays changed as long as the call lasts: a middleware may rely on it.
                Assert.All(messages, message => Assert.Equal("spoilt", message.Text));
                options!.Temperature = 2;
                return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")));
            },
        };
        var preamble = new CountingPreamble();
        var chat = new Session(client).Chat(preamble);
        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        Assert.Equal(["system: rendering 1", "user: one", "system: rendering 2", "user: one", "assistant: ok", "user: two"], seen);
        Assert.Equal(["user: one", "assistant: ok", "user: two", "assistant: ok"], chat.Messages.Lines());
        Assert.Null(preamble.Options.Temperature);
    }

    [Fact]
    public async Task AClientThatKeepsItsResponse_CannotChangeTheHistory()
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok"));
        var chat = new Session(new FakeChatClient { Respond = (_, _, _) => Task.FromResult(response) }).Chat();
        await chat.SendAsync("one", Token);
        response.Messages[0].Contents[0] = new TextContent("changed");

        Assert.Equal("ok", chat.Messages[1].Text);
    }

    [Fact]
    public async Task AClientThatReusesItsUpdate_IsStillHeardRight()
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, "");
        IEnumerable<ChatResponseUpdate> Reuse()
        {
            foreach (var text in (string[])["a", "b", "c"])
            {
                update.Contents = [new TextContent(text)];
                yield return update;
            }
        }

        var client = new FakeChatClient { Stream = (_, _, token) => FakeChatClient.Updates(Reuse(), token) };
        var chat = new Session(client).Chat();

        Assert.Equal("abc", (await chat.SendStreamingAsync("hi", Token).Reply).Text);
        Assert.Equal("abc", chat.Messages[1].Text);
    }

    [Fact]
    public async Task AReaderThatChangesItsUpdates_ChangesNothing()
    {
        var chat = new Session(new ScriptedChatClient { ChunkSize = 1 }.Otherwise("abc")).Chat();
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var update in stream)
        {
            update.Contents.Clear();
        }

        Assert.Equal("abc", (await stream.Reply).Text);
        Assert.Equal("abc", chat.Messages[1].Text);
    }

    [Fact]
    public async Task AReaderThatChangesCallsAndResults_DoesNotChangeWhatRunsNorWhatIsTold()
    {
        var seen = new List<int>();
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply
            {
                Contents =
                [
                    new FunctionCallContent("1", "pay", new Dictionary<string, object?> { ["amount"] = 5 }),
                    new FunctionCallContent("2", "nobody"),
                ],
            },
            "done"
        );
        var pay = AIFunctionFactory.Create((int amount) => seen.Add(amount), "pay");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [pay] });
        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var content in stream.SelectMany(update => update.Contents.ToAsyncEnumerable()))
        {
            if (content is FunctionCallContent { Arguments: { } arguments })
            {
                arguments["amount"] = 5000;
            }
            else if (content is FunctionResultContent result)
            {
                result.Result = "changed";
            }
        }

        Assert.Equal([5], seen);
        Assert.DoesNotContain(model.Requests[1].ToolResults, result => $"{result.Result}" == "changed");
        Assert.Equal("done", (await stream.Reply).Messages[^1].Text);
    }

    [Fact]
    public async Task RawRepresentations_StayOutOfTheHistory()
    {
        var answer = new ChatMessage(ChatRole.Assistant, [new TextContent("ok") { RawRepresentation = new object() }])
        {
            RawRepresentation = new object(),
        };
        var client = new FakeChatClient { Respond = (_, _, _) => Task.FromResult(new ChatResponse(answer)) };
        var chat = new Session(client).Chat();
        await chat.SendAsync("hi", Token);

        Assert.Null(chat.Messages[1].RawRepresentation);
        Assert.Null(chat.Messages[1].Contents[0].RawRepresentation);
    }

    [Fact]
    public async Task AContentWithoutJson_IsLeftOut_AndTheRestIsKept()
    {
        var answer = new ChatMessage(ChatRole.Assistant, [new StrangeContent(), new TextContent("ok")])
        {
            AdditionalProperties = new() { ["pointer"] = IntPtr.Zero, ["number"] = 7 },
        };
        var client = new FakeChatClient { Respond = (_, _, _) => Task.FromResult(new ChatResponse(answer)) };
        var chat = new Session(client).Chat();
        await chat.SendAsync("hi", Token);

        Assert.Equal("ok", Assert.IsType<TextContent>(Assert.Single(chat.Messages[1].Contents)).Text);
        Assert.Equal("number", Assert.Single(chat.Messages[1].AdditionalProperties!).Key);
    }

    private sealed class StrangeContent : AIContent;
}
