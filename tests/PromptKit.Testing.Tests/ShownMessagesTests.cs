namespace PromptKit.Testing.Tests;

/// <summary>What a model was shown belongs to a history, and nobody may change it afterwards.</summary>
public class ShownMessagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["text", "role", "contents", "arguments", "informational", "result", "author"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task AMessageThatWasChangedAfterwards_IsNoticedAtTheNextRequest(string what)
    {
        var client = new ScriptedChatClient().Otherwise("ok");
        List<ChatMessage> history =
        [
            new(ChatRole.User, "hi"),
            new(
                ChatRole.Assistant,
                [new FunctionCallContent("c", "f", new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = 1 })]
            ),
            new(ChatRole.Tool, [new FunctionResultContent("c", "r")]),
        ];
        await client.GetResponseAsync(history, null, Token);
        Change(history, what);

        var error = await Assert.ThrowsAsync<InvalidConversationException>(() =>
            client.GetResponseAsync([new ChatMessage(ChatRole.User, "something else")], null, Token)
        );
        Assert.Contains("was changed after the model was shown it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageThatIsShownAgain_IsNoticedAfterAnyNumberOfOtherRequests()
    {
        var client = new ScriptedChatClient().Otherwise("ok");
        var message = new ChatMessage(ChatRole.User, "hi");
        await client.GetResponseAsync([message], null, Token);
        for (var other = 0; other < 3; other++)
        {
            await client.GetResponseAsync([new ChatMessage(ChatRole.User, "something else")], null, Token);
        }

        message.AuthorName = "somebody";
        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "something else")], null, Token);
        var error = await Assert.ThrowsAsync<InvalidConversationException>(() => client.GetResponseAsync([message], null, Token));
        Assert.Contains("was changed after the model was shown it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHistoryThatOnlyGrows_IsFine()
    {
        var client = new ScriptedChatClient().Otherwise("ok");
        List<ChatMessage> history = [new(ChatRole.User, "hi")];
        history.AddMessages(await client.GetResponseAsync(history, null, Token));
        history.Add(new(ChatRole.User, "more"));
        await client.GetResponseAsync(history, null, Token);

        Assert.Equal(2, client.Requests.Count);
    }

    private static void Change(List<ChatMessage> history, string what)
    {
        var call = (FunctionCallContent)history[1].Contents[0];
        switch (what)
        {
            case "text":
                ((TextContent)history[0].Contents[0]).Text = "ho";
                break;
            case "role":
                history[0].Role = ChatRole.System;
                break;
            case "contents":
                history[0].Contents.Add(new TextContent("and more"));
                break;
            case "arguments":
                call.Arguments!["a"] = 5000;
                break;
            case "informational":
                call.InformationalOnly = true;
                break;
            case "result":
                ((FunctionResultContent)history[2].Contents[0]).Result = "other";
                break;
            default:
                history[0].AuthorName = "somebody";
                break;
        }
    }
}
