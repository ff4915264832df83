using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Copies that share nothing changeable with their original (<see cref="ChatMessage.Clone"/> shares nearly everything).</summary>
/// <remarks>
/// What is rarer than text and data is copied through its JSON, as a stored message would be. Raw representations are left out: they
/// belong to the client's objects, and some clients send them in place of the contents. A content that has no JSON is not copied.
/// </remarks>
internal static class MessageCopy
{
    private static readonly JsonTypeInfo<AdditionalPropertiesDictionary> s_properties =
        (JsonTypeInfo<AdditionalPropertiesDictionary>)SessionJson.Options.GetTypeInfo(typeof(AdditionalPropertiesDictionary));

    public static ChatMessage Of(ChatMessage message) =>
        new(message.Role, Of(message.Contents))
        {
            AuthorName = message.AuthorName,
            MessageId = message.MessageId,
            CreatedAt = message.CreatedAt,
            AdditionalProperties = message.AdditionalProperties is { } properties ? ThroughJson(properties, s_properties) : null,
        };

    /// <summary>A copy of an update for later assembly. It has no <see cref="ChatResponseUpdate.ConversationId"/>.</summary>
    public static ChatResponseUpdate Of(ChatResponseUpdate update)
    {
        var copy = update.Clone();
        copy.Contents = Of(update.Contents);
        copy.ConversationId = null;
        return copy;
    }

    private static List<AIContent> Of(IList<AIContent> contents)
    {
        var copies = new List<AIContent>(contents.Count);
        for (var index = 0; index < contents.Count; index++)
        {
            copies.Add(Of(contents[index]));
        }

        return copies;
    }

    private static AIContent Of(AIContent content)
    {
        if (content is UnknownContent)
        {
            return content;
        }

        if (content is { AdditionalProperties: null, Annotations: null or { Count: 0 } })
        {
            if (content.GetType() == typeof(TextContent))
            {
                return new TextContent(((TextContent)content).Text);
            }

            if (content.GetType() == typeof(FunctionCallContent) && content is FunctionCallContent call && IsPlain(call))
            {
                return new FunctionCallContent(
                    call.CallId,
                    call.Name,
                    call.Arguments is null ? null : new Dictionary<string, object?>(call.Arguments)
                )
                {
                    InformationalOnly = call.InformationalOnly,
                };
            }

            if (content.GetType() == typeof(FunctionResultContent) && content is FunctionResultContent result && IsImmutable(result.Result))
            {
                return new FunctionResultContent(result.CallId, result.Result);
            }

            // Not through base64, which would take three times the memory of an image.
            if (content.GetType() == typeof(DataContent) && content is DataContent data)
            {
                return new DataContent(data.Data.ToArray(), data.MediaType) { Name = data.Name };
            }
        }

        return ThroughJson(content, SessionJson.Content);
    }

    // As they are after reading: a value that JSON gave needs no copy.
    private static bool IsPlain(FunctionCallContent call) => call.Exception is null && (call.Arguments?.Values.All(IsImmutable) ?? true);

    private static bool IsImmutable(object? value) => value is null or string or JsonElement;

    private static T ThroughJson<T>(T value, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, json), json) ?? value;
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException or ArgumentException)
        {
            // A content type unknown to the library, or a value that JSON cannot say. Failing here would lose the model's answer.
            return value;
        }
    }
}
