using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// A message as it is stored: <c>{"message": …}</c>, and <c>"turn"</c> where the caller gave an id. What this version does not know is
/// kept as <see cref="UnknownContent"/>; what has no JSON is left out.
/// </summary>
internal static class MessageJson
{
    private const string MessageName = "message";
    private const string TurnName = "turn";
    private const string ContentsName = "contents";

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message. It is not changed.</param>
    /// <param name="turn">The caller's id of the turn, if there is one.</param>
    /// <param name="dropped">Called for every content or property that has no JSON, with its kind; it is left out.</param>
    public static byte[] Write(ChatMessage message, TurnMark? turn, Action<string>? dropped = null)
    {
        try
        {
            return SessionJson.Write((message, turn), static (writer, pair) => Write(writer, pair.message, pair.turn));
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            var rest = WithoutUnwritable(message, dropped ?? (static _ => { }));
            return SessionJson.Write((rest, turn), static (writer, pair) => Write(writer, pair.rest, pair.turn));
        }
    }

    /// <exception cref="JsonException">It is not a message.</exception>
    public static (ChatMessage Message, TurnMark? Turn) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(new Utf8JsonReader(json.Span), ReadMessage);
        }
        catch (JsonException)
        {
            // Rare, so that every other message is read in one pass.
            return Read(new Utf8JsonReader(json.Span), ReadTolerantly);
        }
    }

    /// <summary>Whether this exception says that a value cannot be written as JSON.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is NotSupportedException or JsonException or ArgumentException or InvalidOperationException;

    private static void Write(Utf8JsonWriter writer, ChatMessage message, TurnMark? turn)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(MessageName);
        if (!PlainMessageJson.TryWrite(writer, message))
        {
            JsonSerializer.Serialize(writer, message, SessionJson.Message);
        }

        if (turn is not null)
        {
            writer.WritePropertyName(TurnName);
            JsonSerializer.Serialize(writer, turn, SessionRecords.Default.TurnMark);
        }

        writer.WriteEndObject();
    }

    private static (ChatMessage Message, TurnMark? Turn) Read(Utf8JsonReader reader, MessageReader readMessage)
    {
        ChatMessage? message = null;
        TurnMark? turn = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMessage = reader.ValueTextEquals(MessageName);
            var isTurn = reader.ValueTextEquals(TurnName);
            reader.Read();
            if (isMessage)
            {
                message = readMessage(ref reader);
            }
            else if (isTurn)
            {
                turn = JsonSerializer.Deserialize(ref reader, SessionRecords.Default.TurnMark);
            }
            else
            {
                reader.Skip();
            }
        }

        return (message ?? throw new JsonException("The stored message has no message."), turn);
    }

    private static ChatMessage ReadMessage(ref Utf8JsonReader reader) =>
        PlainMessageJson.TryRead(ref reader) ?? JsonSerializer.Deserialize(ref reader, SessionJson.Message)!;

    private static ChatMessage ReadTolerantly(ref Utf8JsonReader reader)
    {
        var json = JsonElement.ParseValue(ref reader);
        var rest = SessionJson.Write(
            json,
            static (writer, json) =>
            {
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject().Where(member => !member.NameEquals(ContentsName)))
                {
                    member.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
        );
        var message = JsonSerializer.Deserialize(rest, SessionJson.Message)!;
        if (json.TryGetProperty(ContentsName, out var contents) && contents.ValueKind == JsonValueKind.Array)
        {
            message.Contents = [.. contents.EnumerateArray().Select(ReadContent)];
        }

        return message;
    }

    private static AIContent ReadContent(JsonElement json)
    {
        try
        {
            return json.Deserialize(SessionJson.Content) ?? new UnknownContent(json);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return new UnknownContent(json);
        }
    }

    private static ChatMessage WithoutUnwritable(ChatMessage message, Action<string> dropped)
    {
        var rest = message.Clone();
        rest.AdditionalProperties = Writable(message.AdditionalProperties, dropped);
        rest.Contents = [];
        foreach (var content in message.Contents)
        {
            if (IsWritable(content))
            {
                rest.Contents.Add(content);
            }
            else if (Reduced(content, dropped) is { } reduced)
            {
                rest.Contents.Add(reduced);
            }
            else
            {
                dropped(content.GetType().Name);
            }
        }

        return rest;
    }

    // A call or a result is never left out: its counterpart would be alone.
    private static AIContent? Reduced(AIContent content, Action<string> dropped) =>
        content switch
        {
            FunctionResultContent result => new FunctionResultContent(result.CallId, ToolResult.NotWritable),
            FunctionCallContent call => new FunctionCallContent(call.CallId, call.Name, Writable(call.Arguments, dropped)),
            TextContent text => new TextContent(text.Text),
            _ => null,
        };

    private static bool IsWritable(AIContent content)
    {
        try
        {
            JsonSerializer.SerializeToUtf8Bytes(content, SessionJson.Content);
            return true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    private static AdditionalPropertiesDictionary? Writable(AdditionalPropertiesDictionary? properties, Action<string> dropped) =>
        properties is null ? null : new AdditionalPropertiesDictionary(Writable((IDictionary<string, object?>)properties, dropped)!);

    private static Dictionary<string, object?>? Writable(IDictionary<string, object?>? values, Action<string> dropped)
    {
        if (values is null)
        {
            return null;
        }

        var writable = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (ToolResult.TryWrite(value, SessionJson.Options, out var json))
            {
                writable[name] = json;
            }
            else
            {
                dropped(name);
            }
        }

        return writable;
    }

    private delegate ChatMessage MessageReader(ref Utf8JsonReader reader);
}
