using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Conformance.Comparing;

/// <summary>What a compiled prompt says of itself, under the keys of dotprompt.</summary>
internal static class PromptFacts
{
    public static JsonObject Config(ChatOptions options)
    {
        var config = new JsonObject
        {
            // A float's own digits: as a double 0.2f would be another number.
            ["temperature"] = Number(options.Temperature),
            ["topP"] = Number(options.TopP),
            ["topK"] = options.TopK,
            ["maxOutputTokens"] = options.MaxOutputTokens,
            ["frequencyPenalty"] = Number(options.FrequencyPenalty),
            ["presencePenalty"] = Number(options.PresencePenalty),
            ["seed"] = options.Seed,
            ["stopSequences"] = options.StopSequences is { } stops ? new JsonArray([.. stops.Select(stop => (JsonNode)stop)]) : null,
            ["allowMultipleToolCalls"] = options.AllowMultipleToolCalls,
        };
        foreach (var key in config.Where(entry => entry.Value is null).Select(entry => entry.Key).ToList())
        {
            config.Remove(key);
        }

        return config;
    }

    /// <summary>Dotted keys, as dotprompt nests them: <c>a.b.c</c> is <c>c</c> of <c>a.b</c>.</summary>
    public static JsonObject Extensions(Prompt prompt)
    {
        var extensions = new JsonObject();
        foreach (var (key, value) in prompt.Metadata.Where(entry => entry.Key.Contains('.', StringComparison.Ordinal)))
        {
            var dot = key.LastIndexOf('.');
            var extension = (JsonObject)(extensions[key[..dot]] ??= new JsonObject());
            extension[key[(dot + 1)..]] = ToNode(value);
        }

        return extensions;
    }

    public static JsonObject Metadata(Prompt prompt) =>
        new(
            prompt
                .Metadata.Where(entry => !entry.Key.Contains('.', StringComparison.Ordinal))
                .Select(entry => KeyValuePair.Create(entry.Key, ToNode(entry.Value)))
        );

    public static JsonNode? Schema(JsonElement? schema) => schema is { } element ? ToNode(element) : null;

    private static JsonNode? ToNode(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private static JsonNode? Number(float? value) =>
        value is { } number ? JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture)) : null;
}
