using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Messages in the form that the GenAI conventions give them in a span.</summary>
internal static class TelemetryContents
{
    public static string Of(IReadOnlyList<ChatMessage> messages, string? finishReason = null) =>
        JsonSerializer.Serialize([.. messages.Select(message => Message(message, finishReason))], SpanRecords.Default.SpanMessageArray);

    private static SpanMessage Message(ChatMessage message, string? finishReason) =>
        new(
            message.Role.Value,
            [.. message.Contents.Where(content => content is not UsageContent).Select(Part)],
            message.Role == ChatRole.Assistant ? finishReason : null
        );

    private static SpanPart Part(AIContent content) =>
        content switch
        {
            TextContent text => new("text") { Content = text.Text },
            TextReasoningContent reasoning => new("reasoning") { Content = reasoning.Text },
            FunctionCallContent call => new("tool_call")
            {
                Id = call.CallId,
                Name = call.Name,
                Arguments = StoredCall.ToJson(call.Arguments),
            },
            FunctionResultContent result => new("tool_call_response") { Id = result.CallId, Response = $"{result.Result}" },
            DataContent data => new("blob") { MimeType = data.MediaType },
            UriContent uri => new("uri") { MimeType = uri.MediaType, Content = $"{uri.Uri}" },
            _ => new(content.GetType().Name),
        };

    /// <summary>A message of a span.</summary>
    internal sealed record SpanMessage(string Role, IReadOnlyList<SpanPart> Parts, string? FinishReason);

    /// <summary>A content of a message of a span.</summary>
    internal sealed record SpanPart(string Type)
    {
        public string? Content { get; init; }

        public string? Id { get; init; }

        public string? Name { get; init; }

        public JsonElement? Arguments { get; init; }

        public string? Response { get; init; }

        public string? MimeType { get; init; }
    }
}
