using System.Text;
using System.Text.Json;

namespace PromptKit.Tests.Sessions;

/// <summary>The quick way to write and read messages, against the serializer that it stands in for.</summary>
public class PlainMessageJsonTests
{
    private static readonly string[] Texts = ["", "hi", "né \"<&>'\\ \u2028 😀", "a\0b", "\n", "\ud800 alone"];

    [Fact]
    public void WhatIsWritten_IsWhatTheSerializerWrites_ToTheByte()
    {
        var random = new Random(20260);
        var written = 0;
        for (var number = 0; number < 2000; number++)
        {
            var message = Message(random);
            var expected = SessionJson.Write(message, (writer, all) => JsonSerializer.Serialize(writer, all, SessionJson.Message));
            var actual = SessionJson.Write(message, (writer, all) => written += PlainMessageJson.TryWrite(writer, all) ? 1 : 0);

            Assert.Equal(actual.Length == 0 ? "" : Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
        }

        Assert.InRange(written, 200, 1990);
    }

    [Fact]
    public void WhatIsRead_IsWhatTheSerializerReads()
    {
        var random = new Random(20261);
        var read = 0;
        for (var number = 0; number < 2000; number++)
        {
            var json = SessionJson.Write(Message(random), (writer, all) => JsonSerializer.Serialize(writer, all, SessionJson.Message));
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (PlainMessageJson.TryRead(ref reader) is { } message)
            {
                read++;
                Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
                Assert.Equal(Shape(JsonSerializer.Deserialize(json, SessionJson.Message)!), Shape(message));
            }
        }

        Assert.InRange(read, 200, 1990);
    }

    [Theory]
    [InlineData("""{"role":"user","contents":[{"$type":"text","text":"x"}],"later":1}""")]
    [InlineData("""{"role":"user","contents":[{"$type":"text","text":"x","later":1}]}""")]
    [InlineData("""{"role":"user","contents":[{"text":"x","$type":"text"}]}""")]
    [InlineData("""{"role":"user","contents":[{"$type":"reasoning","text":"x"}]}""")]
    [InlineData("""{"role":"user","contents":[{"$type":"text","text":null}]}""")]
    [InlineData("""{"role":"narrator","contents":[]}""")]
    [InlineData("""{"role":"user"}""")]
    [InlineData("""{"role":"user","contents":null}""")]
    [InlineData("""{"role":1,"contents":[]}""")]
    [InlineData("""{"role":"user","contents":[{"$type":"functionCall","name":"f","arguments":null,"callId":"c"}]}""")]
    [InlineData("""{"role":"user","createdAt":"yesterday","contents":[]}""")]
    public void WhatIsNotPlain_IsLeftToTheSerializer(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Null(PlainMessageJson.TryRead(ref reader));
        Assert.Equal(JsonTokenType.StartObject, reader.TokenType);
    }

    [Fact]
    public void AMessageOfOnesOwn_IsTheOneThatWouldBeReadBack()
    {
        var random = new Random(20262);
        for (var number = 0; number < 500; number++)
        {
            var message = Message(random);
            var entry = HistoryEntry.OfOwn(message, null, null);

            Assert.Equal(Shape(MessageJson.Read(entry.Payload).Message), Shape(entry.Message));
            Assert.Equal(new HistoryEntry(entry.Payload).IsSendable, entry.IsSendable);
        }
    }

    private static string Shape(ChatMessage message)
    {
        var contents = message.Contents.Select(content =>
            content switch
            {
                FunctionCallContent call => $"{call.CallId} {call.Name} {call.InformationalOnly} {Shape(call.Arguments)}",
                FunctionResultContent result => $"{result.CallId} {result.Result?.GetType()} {result.Result}",
                _ => $"{content.GetType()} {content} {content.AdditionalProperties?.Count}",
            }
        );
        return $"{message.Role} {message.AuthorName} {message.MessageId} {message.CreatedAt:O} | {string.Join(" | ", contents)}";
    }

    private static string Shape(IDictionary<string, object?>? values) =>
        values is null ? "none" : string.Join(",", values.Select(value => $"{value.Key}={value.Value?.GetType()} {value.Value}"));

    private static ChatMessage Message(Random random) =>
        new(
            random.GetItems([ChatRole.User, ChatRole.Assistant, ChatRole.Tool, new ChatRole("narrator")], 1)[0],
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => Content(random))]
        )
        {
            AuthorName = Maybe(random),
            MessageId = Maybe(random),
            CreatedAt =
                random.Next(2) == 0
                    ? null
                    : new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay * 100_000), TimeSpan.FromHours(random.Next(3))),
            AdditionalProperties = random.Next(20) == 0 ? new() { ["x"] = "y" } : null,
        };

    private static AIContent Content(Random random) =>
        random.Next(12) switch
        {
            0 => new TextReasoningContent("thought"),
            1 => new TextContent("x") { AdditionalProperties = new() { ["x"] = "y" } },
            < 6 => new TextContent(random.GetItems(Texts, 1)[0]),
            < 9 => new FunctionCallContent(random.GetItems(Texts, 1)[0], "tool", Arguments(random))
            {
                InformationalOnly = random.Next(2) == 0,
            },
            _ => new FunctionResultContent(random.GetItems(Texts, 1)[0], Value(random)),
        };

    private static Dictionary<string, object?>? Arguments(Random random) =>
        random.Next(4) == 0
            ? null
            : Enumerable.Range(0, random.Next(3)).ToDictionary(number => $"näme {number}", _ => Value(random), StringComparer.Ordinal);

    private static object? Value(Random random) =>
        random.Next(6) switch
        {
            0 => null,
            1 => 17,
            2 => JsonElement.Parse("""{ "a" : [1.50, "é<", null], "a": true }"""),
            3 => JsonElement.Parse("\"\\u0041\""),
            _ => random.GetItems(Texts, 1)[0],
        };

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : random.GetItems(Texts, 1)[0];
}
