using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace PromptKit.Conformance.Comparing;

/// <summary>Messages, expected and rendered, as JSON of one form: roles as Microsoft.Extensions.AI names them, message edges trimmed.</summary>
internal static partial class Messages
{
    /// <summary>What the case expects. Metadata of messages is left out: history is not marked here.</summary>
    public static JsonArray Expected(JsonArray messages) =>
        [
            .. messages
                .OfType<JsonObject>()
                .Select(message =>
                    Message(Role((string)message["role"]!), [.. message["content"]!.AsArray().OfType<JsonObject>().Select(ExpectedPart)])
                )
                .OfType<JsonNode>(),
        ];

    /// <summary>What a session sends: the preamble, with the history in its place.</summary>
    /// <param name="preamble">The preamble.</param>
    /// <param name="template">The template: without a role in it, its text is what the reference says it is, a user message.</param>
    /// <param name="history">The case's history; null when it has none.</param>
    public static JsonArray Sent(Preamble preamble, string template, JsonArray? history)
    {
        var isOneMessage = !RoleTag().IsMatch(template);
        var messages = preamble
            .Messages.Select(message => Message(isOneMessage ? "user" : message.Role.Value, [.. message.Contents.Select(Part)]))
            .ToList();
        return
        [
            .. messages.Take(preamble.HistoryPosition).OfType<JsonNode>(),
            .. Expected(history ?? []).Select(message => message!.DeepClone()),
            .. messages.Skip(preamble.HistoryPosition).OfType<JsonNode>(),
        ];
    }

    // Where the reference leaves the type open, it is what the address says.
    private static JsonObject ExpectedPart(JsonObject part)
    {
        var expected = (JsonObject)part.DeepClone();
        if (expected["media"] is JsonObject media && (string?)media["url"] is { } url)
        {
            media["contentType"] ??= url.StartsWith("data:", StringComparison.Ordinal)
                ? new DataContent(url).MediaType
                : new UriContent(url).MediaType;
        }

        return expected;
    }

    // Null for a message of nothing but whitespace.
    private static JsonObject? Message(string role, List<JsonObject> parts)
    {
        Trim(parts.FirstOrDefault(), text => text.TrimStart());
        Trim(parts.LastOrDefault(), text => text.TrimEnd());
        parts.RemoveAll(part => (string?)part["text"] is "");
        return parts.Count == 0 ? null : new JsonObject { ["role"] = role, ["content"] = new JsonArray([.. parts]) };
    }

    private static void Trim(JsonObject? part, Func<string, string> trim)
    {
        if (part?["text"] is { } text)
        {
            part["text"] = trim((string)text!);
        }
    }

    private static string Role(string role) => role == "model" ? "assistant" : role;

    private static JsonObject Part(AIContent content) =>
        content switch
        {
            TextContent text => new JsonObject { ["text"] = text.Text },
            UriContent uri => Media(uri.Uri.OriginalString, uri.MediaType),
            DataContent data => Media(data.Uri, data.MediaType),
            _ => new JsonObject { ["unknown"] = content.GetType().Name },
        };

    private static JsonObject Media(string url, string? contentType) =>
        new()
        {
            ["media"] = contentType is null
                ? new JsonObject { ["url"] = url }
                : new JsonObject { ["url"] = url, ["contentType"] = contentType },
        };

    [GeneratedRegex(@"\{\{[-~]?\s*role\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleTag();
}
