using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <content>Reading.</content>
internal static partial class PlainMessageJson
{
    /// <param name="reader">At the message's start; behind it, if it was read.</param>
    /// <returns>The message; <see langword="null"/> when there is something about it that is not plain.</returns>
    public static ChatMessage? TryRead(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        var message = new ChatMessage();
        List<AIContent>? contents = null;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals(Contents))
            {
                contents = ReadContents(ref ahead);
                if (contents is null)
                {
                    return null;
                }
            }
            else if (!TryReadProperty(ref ahead, message))
            {
                return null;
            }
        }

        if (contents is null || ahead.TokenType != JsonTokenType.EndObject)
        {
            return null;
        }

        message.Contents = contents;
        reader = ahead;
        return message;
    }

    private static bool TryReadProperty(ref Utf8JsonReader reader, ChatMessage message)
    {
        if (reader.ValueTextEquals(Role))
        {
            if (ReadRole(ref reader) is not { } role)
            {
                return false;
            }

            message.Role = role;
            return true;
        }

        if (reader.ValueTextEquals(CreatedAt))
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var time))
            {
                return false;
            }

            message.CreatedAt = time;
            return true;
        }

        if (reader.ValueTextEquals(MessageId))
        {
            return (message.MessageId = ReadString(ref reader)) is not null;
        }

        return reader.ValueTextEquals(AuthorName) && (message.AuthorName = ReadString(ref reader)) is not null;
    }

    private static List<AIContent>? ReadContents(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        var contents = new List<AIContent>(1);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (ReadContent(ref reader) is not { } content)
            {
                return null;
            }

            contents.Add(content);
        }

        return contents;
    }

    private static AIContent? ReadContent(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(Type))
        {
            return null;
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        return reader.ValueTextEquals(Text) ? ReadText(ref reader)
            : reader.ValueTextEquals(FunctionCall) ? ReadCall(ref reader)
            : reader.ValueTextEquals(FunctionResult) ? ReadResult(ref reader)
            : null;
    }

    private static TextContent? ReadText(ref Utf8JsonReader reader)
    {
        string? text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals(Text) || (text = ReadString(ref reader)) is null)
            {
                return null;
            }
        }

        return text is null ? null : new TextContent(text);
    }

    private static FunctionCallContent? ReadCall(ref Utf8JsonReader reader)
    {
        string? id = null;
        string? name = null;
        Dictionary<string, object?>? arguments = null;
        var isInformation = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(Name))
            {
                name = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals(CallId))
            {
                id = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals(InformationalOnly))
            {
                reader.Read();
                isInformation = reader.TokenType == JsonTokenType.True;
            }
            else if (reader.ValueTextEquals(Arguments))
            {
                arguments = ReadArguments(ref reader);
                if (arguments is null)
                {
                    return null;
                }
            }
            else
            {
                return null;
            }
        }

        return id is null || name is null ? null : new FunctionCallContent(id, name, arguments) { InformationalOnly = isInformation };
    }

    private static Dictionary<string, object?>? ReadArguments(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            arguments[name] = ReadValue(ref reader);
        }

        return arguments;
    }

    private static FunctionResultContent? ReadResult(ref Utf8JsonReader reader)
    {
        string? id = null;
        object? result = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(CallId))
            {
                id = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals(Result))
            {
                result = ReadValue(ref reader);
            }
            else
            {
                return null;
            }
        }

        return id is null ? null : new FunctionResultContent(id, result);
    }

    // Without a new string for each of the usual ones.
    private static ChatRole? ReadRole(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        return reader.ValueTextEquals(ChatRole.User.Value) ? ChatRole.User
            : reader.ValueTextEquals(ChatRole.Assistant.Value) ? ChatRole.Assistant
            : reader.ValueTextEquals(ChatRole.Tool.Value) ? ChatRole.Tool
            : null;
    }

    private static string? ReadString(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    private static object? ReadValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
    }
}
