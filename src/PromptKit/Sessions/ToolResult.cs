using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What a tool returned, written as JSON at once: what has no JSON must not be found out at the commit, when the tool ran.</summary>
internal static class ToolResult
{
    public const string NotWritable = "Error: The tool ran, but its result could not be written as JSON.";
    public const string Cancelled = "Error: The call was cancelled before it ran.";
    public const string Interrupted = "Error: The call was interrupted; its outcome is unknown.";

    public const string NotApproved = "Error: The call was not approved; the user wrote instead.";

    public static string Rejected(string? reason) =>
        reason is null ? "Error: The call was not approved." : $"Error: The call was not approved: {reason}";

    /// <returns>A string, a <see cref="JsonElement"/>, or <see langword="null"/>.</returns>
    public static object? Of(object? result, JsonSerializerOptions options) => TryWrite(result, options, out var json) ? json : NotWritable;

    public static bool TryWrite(object? value, JsonSerializerOptions options, [MaybeNullWhen(true)] out object? json)
    {
        switch (value)
        {
            case null or string:
                json = value;
                return true;
            case JsonElement element:
                json = element.ValueKind == JsonValueKind.Undefined ? null : element;
                return element.ValueKind != JsonValueKind.Undefined;
        }

        try
        {
            json = value is AIContent content
                ? JsonSerializer.SerializeToElement(content, SessionJson.Content)
                : JsonSerializer.SerializeToElement(value, options.GetTypeInfo(value.GetType()));
            return true;
        }
        catch (Exception exception) when (MessageJson.IsRefusal(exception))
        {
            json = null;
            return false;
        }
    }
}
