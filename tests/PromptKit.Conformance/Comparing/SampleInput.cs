using System.Text.Json;

namespace PromptKit.Conformance.Comparing;

/// <summary>Makes up an input that a schema requires: the reference renders without one, and prompts here do not.</summary>
internal static class SampleInput
{
    public static JsonNode? Of(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        if (schema.TryGetProperty("anyOf", out var alternatives) || schema.TryGetProperty("oneOf", out alternatives))
        {
            return Of(alternatives[0]);
        }

        return TypeOf(schema) switch
        {
            "string" => "sample",
            "integer" or "number" => 0,
            "boolean" => false,
            "array" => new JsonArray(),
            "object" => OfObject(schema),
            _ => null,
        };
    }

    private static JsonObject OfObject(JsonElement schema) =>
        new(Required(schema).Select(name => KeyValuePair.Create(name, Of(schema.GetProperty("properties").GetProperty(name)))));

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [];

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type[0].GetString()
        : type.GetString();
}
