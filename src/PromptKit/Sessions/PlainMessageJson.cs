using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The JSON of the messages that histories are full of: texts, calls and results without anything special. The bytes are those of the
/// serializer, to the last one, at a third of its cost; everything else is left to it.
/// </summary>
internal static partial class PlainMessageJson
{
    private static ReadOnlySpan<byte> AuthorName => "authorName"u8;
    private static ReadOnlySpan<byte> CreatedAt => "createdAt"u8;
    private static ReadOnlySpan<byte> Role => "role"u8;
    private static ReadOnlySpan<byte> Contents => "contents"u8;
    private static ReadOnlySpan<byte> MessageId => "messageId"u8;
    private static ReadOnlySpan<byte> Type => "$type"u8;
    private static ReadOnlySpan<byte> Text => "text"u8;
    private static ReadOnlySpan<byte> FunctionCall => "functionCall"u8;
    private static ReadOnlySpan<byte> FunctionResult => "functionResult"u8;
    private static ReadOnlySpan<byte> Name => "name"u8;
    private static ReadOnlySpan<byte> Arguments => "arguments"u8;
    private static ReadOnlySpan<byte> InformationalOnly => "informationalOnly"u8;
    private static ReadOnlySpan<byte> CallId => "callId"u8;
    private static ReadOnlySpan<byte> Result => "result"u8;

    /// <returns>Whether it was written; nothing is, when it is not plain.</returns>
    public static bool TryWrite(Utf8JsonWriter writer, ChatMessage message)
    {
        if (!IsPlain(message))
        {
            return false;
        }

        writer.WriteStartObject();
        WriteIfSet(writer, AuthorName, message.AuthorName);
        if (message.CreatedAt is { } time)
        {
            writer.WriteString(CreatedAt, time);
        }

        writer.WriteString(Role, message.Role.Value);
        writer.WriteStartArray(Contents);
        for (var index = 0; index < message.Contents.Count; index++)
        {
            Write(writer, message.Contents[index]);
        }

        writer.WriteEndArray();
        WriteIfSet(writer, MessageId, message.MessageId);
        writer.WriteEndObject();
        return true;
    }

    /// <summary>Whether reading what was written gives an equal message: plain text does, if it has no surrogate that is alone.</summary>
    public static bool IsReadBackAsItIs(ChatMessage message)
    {
        if (
            !IsPlain(message)
            || message.RawRepresentation is not null
            || HasSurrogate(message.AuthorName)
            || HasSurrogate(message.MessageId)
        )
        {
            return false;
        }

        for (var index = 0; index < message.Contents.Count; index++)
        {
            if (message.Contents[index] is not TextContent { RawRepresentation: null } text || HasSurrogate(text.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasSurrogate(string? text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static bool IsPlain(ChatMessage message)
    {
        if (message.AdditionalProperties is not null)
        {
            return false;
        }

        for (var index = 0; index < message.Contents.Count; index++)
        {
            var content = message.Contents[index];
            if (
                content is not { AdditionalProperties: null, Annotations: null }
                || !(
                    content.GetType() == typeof(TextContent)
                    || (content.GetType() == typeof(FunctionCallContent) && HasPlainArguments((FunctionCallContent)content))
                    || (content.GetType() == typeof(FunctionResultContent) && IsPlain(((FunctionResultContent)content).Result))
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasPlainArguments(FunctionCallContent call)
    {
        if (call.Arguments is not { Count: > 0 } arguments)
        {
            return true;
        }

        foreach (var (_, value) in arguments)
        {
            if (!IsPlain(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(object? value) => value is null or string or JsonElement { ValueKind: not JsonValueKind.Undefined };

    private static void Write(Utf8JsonWriter writer, AIContent content)
    {
        writer.WriteStartObject();
        switch (content)
        {
            case TextContent text:
                writer.WriteString(Type, Text);
                writer.WriteString(Text, text.Text);
                break;
            case FunctionCallContent call:
                writer.WriteString(Type, FunctionCall);
                writer.WriteString(Name, call.Name);
                WriteArguments(writer, call.Arguments);
                writer.WriteBoolean(InformationalOnly, call.InformationalOnly);
                writer.WriteString(CallId, call.CallId);
                break;
            case FunctionResultContent result:
                writer.WriteString(Type, FunctionResult);
                if (result.Result is not null)
                {
                    writer.WritePropertyName(Result);
                    WriteValue(writer, result.Result);
                }

                writer.WriteString(CallId, result.CallId);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter writer, IDictionary<string, object?>? arguments)
    {
        if (arguments is null)
        {
            return;
        }

        writer.WriteStartObject(Arguments);
        foreach (var (name, value) in arguments)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        if (value is JsonElement json)
        {
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue((string?)value);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
