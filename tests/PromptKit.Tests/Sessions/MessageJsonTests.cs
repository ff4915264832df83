using System.Text;
using System.Text.Json;

namespace PromptKit.Tests.Sessions;

public class MessageJsonTests
{
    [Fact]
    public void AMessage_IsCompactJson_AndReadBack()
    {
        var message = new ChatMessage(
            ChatRole.Assistant,
            [
                new TextContent("text"),
                new TextReasoningContent("thought"),
                new DataContent(new byte[] { 1, 2 }, "image/png"),
                new FunctionCallContent("c", "tool", new Dictionary<string, object?> { ["a"] = 1 }),
            ]
        )
        {
            AuthorName = "me",
            MessageId = "m",
            CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };

        var json = MessageJson.Write(message, new TurnMark("t", new StoredReply { Outcome = ReplyOutcome.Truncated }));
        var (read, turn) = MessageJson.Read(json);

        Assert.DoesNotContain('\n', Encoding.UTF8.GetString(json));
        Assert.Equal(message.Contents.Select(content => content.GetType()), read.Contents.Select(content => content.GetType()));
        Assert.Equal(("me", "m", message.CreatedAt), (read.AuthorName, read.MessageId, read.CreatedAt));
        Assert.Equal(("t", ReplyOutcome.Truncated), (turn?.Id, turn?.Reply?.Outcome));
    }

    [Fact]
    public void WhatAnOlderOrNewerVersionWrote_IsReadAsFarAsItIsKnown()
    {
        const string json = """
            {"new":{"x":[1]},"message":{"contents":[{"hologram":true,"$type":"hologram"},{"text":"hi","$type":"text"}],"role":"user","messageId":"m"}}
            """;
        var (message, turn) = MessageJson.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(turn);
        Assert.Equal("m", message.MessageId);
        Assert.Equal("hi", message.Text);
        Assert.True(Assert.IsType<UnknownContent>(message.Contents[0]).Json.GetProperty("hologram").GetBoolean());
    }

    [Fact]
    public void WhatIsNoMessage_IsRefused() => Assert.Throws<JsonException>(() => MessageJson.Read("{}"u8.ToArray()));

    [Fact]
    public void ACallOrResultThatCannotBeWritten_StaysACallOrResult()
    {
        var cycle = new Dictionary<string, object?>();
        cycle["self"] = cycle;
        var dropped = new List<string>();

        var call = MessageJson.Write(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c", "tool", cycle)]), null, dropped.Add);
        var result = MessageJson.Write(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c", double.NaN)]), null);

        Assert.Equal("tool", Assert.IsType<FunctionCallContent>(MessageJson.Read(call).Message.Contents[0]).Name);
        Assert.Equal(["self"], dropped);
        Assert.Equal(
            ToolResult.NotWritable,
            $"{Assert.IsType<FunctionResultContent>(MessageJson.Read(result).Message.Contents[0]).Result}"
        );
    }
}
