using System.Text.Json;
using System.Text.Json.Nodes;
using Scriban.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>
/// Writes an input that fits a JSON Schema, as JSON and as Scriban's objects. Its shape depends on the random numbers alone, so that two
/// with other texts differ in nothing else.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="random">Where the shape comes from.</param>
/// <param name="isWhole">Whether nothing optional may be missing.</param>
/// <param name="text">The text at each place that holds any text; the number tells the places apart.</param>
internal sealed class SchemaInput(JsonElement schema, Random random, bool isWhole, Func<int, string> text)
{
    private const int Deepest = 4;
    private static readonly string[] Media = ["url", "contentType"];
    private int _texts;

    public (string Json, ScriptObject Model) Write()
    {
        var (json, model) = Value(schema, 0);
        if (model is not ScriptObject members)
        {
            return (json?.ToJsonString() ?? "null", new ScriptObject { ["value"] = model });
        }

        foreach (var property in Properties(schema).Where(property => !members.ContainsKey(property.Name)))
        {
            members[property.Name] = null;
        }

        return (json!.ToJsonString(), members);
    }

    private (JsonNode? Json, object? Model) Value(JsonElement type, int depth)
    {
        if (type.ValueKind != JsonValueKind.Object)
        {
            return Text();
        }

        if (type.TryGetProperty("$ref", out var reference))
        {
            return Value(Resolve(reference.GetString()!), depth);
        }

        if (type.TryGetProperty("enum", out var choices))
        {
            return Constant(Pick([.. choices.EnumerateArray().Where(choice => !isWhole || choice.ValueKind != JsonValueKind.Null)]));
        }

        if (type.TryGetProperty("const", out var constant))
        {
            return Constant(constant);
        }

        if (type.TryGetProperty("anyOf", out var alternatives) || type.TryGetProperty("oneOf", out alternatives))
        {
            return Value(Pick([.. alternatives.EnumerateArray()]), depth);
        }

        return KindOf(type) switch
        {
            "object" => Members(type, depth),
            "array" => Items(type, depth),
            "string" => type.TryGetProperty("format", out var format) ? Formatted(format.GetString()) : Text(),
            "integer" => Both(random.Next(-2, 12)),
            "number" => Both(random.Next(-8, 8) + 0.5),
            "boolean" => Both(random.Next(2) == 0),
            "null" => (null, null),
            _ => Anything(),
        };
    }

    private string? KindOf(JsonElement type)
    {
        if (!type.TryGetProperty("type", out var kind))
        {
            return type.TryGetProperty("properties", out _) ? "object" : null;
        }

        var kinds =
            kind.ValueKind == JsonValueKind.Array
                ? [.. kind.EnumerateArray().Select(one => one.GetString()!)]
                : new[] { kind.GetString()! };
        var others = Array.FindAll(kinds, one => one != "null");
        return others.Length == 0 || (others.Length < kinds.Length && !isWhole && random.Next(4) == 0)
            ? "null"
            : others[random.Next(others.Length)];
    }

    private (JsonNode? Json, object? Model) Members(JsonElement type, int depth)
    {
        if (Properties(type).Select(property => property.Name).SequenceEqual(Media))
        {
            return Both("https://example.com/a.png");
        }

        var (json, model) = (new JsonObject(), new ScriptObject());
        var required = type.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToList()
            : [];
        foreach (var property in Properties(type))
        {
            if (required.Contains(property.Name, StringComparer.Ordinal) || (depth < Deepest && (isWhole || random.Next(3) > 0)))
            {
                (json[property.Name], model[property.Name]) = Value(property.Value, depth + 1);
            }
        }

        if (type.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
        {
            for (var left = random.Next(3); left > 0; left--)
            {
                var key = text(_texts++);
                (json[key], model[key]) = Value(others, depth + 1);
            }
        }

        return (json, model);
    }

    private (JsonNode? Json, object? Model) Items(JsonElement type, int depth)
    {
        var (json, model) = (new JsonArray(), new ScriptArray());
        var item = type.TryGetProperty("items", out var items) ? items : default;
        for (var left = depth < Deepest ? random.Next(4) : 0; left > 0; left--)
        {
            var (itemJson, itemModel) = Value(item, depth + 1);
            json.Add(itemJson);
            model.Add(itemModel);
        }

        return (json, model);
    }

    private (JsonNode? Json, object? Model) Anything() =>
        random.Next(4) switch
        {
            0 => Both(5),
            1 => (new JsonObject { ["a"] = Text(out var inner) }, new ScriptObject { ["a"] = inner }),
            2 => (new JsonArray(Text(out var inner)), new ScriptArray { inner }),
            _ => Text(),
        };

    private static (JsonNode? Json, object? Model) Formatted(string? format) =>
        format switch
        {
            "date" => Both("2024-03-09"),
            "date-time" => Both("2024-03-09T14:05:06+00:00"),
            "time" => Both("14:05:06"),
            "uri" or "url" => Both("https://example.com/a.png"),
            "uuid" => Both("0b5e2c1e-3f4d-4c8a-9d1b-2f6a7c8d9e0f"),
            _ => Both("a@example.com"),
        };

    private (JsonNode? Json, object? Model) Text() => (Text(out var model), model);

    private JsonNode Text(out string model)
    {
        model = text(_texts++);
        return JsonValue.Create(model);
    }

    private static (JsonNode? Json, object? Model) Constant(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Both(value.GetString()!),
            JsonValueKind.Number when value.TryGetInt32(out var integer) => Both(integer),
            JsonValueKind.Number => Both(value.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => Both(value.GetBoolean()),
            _ => (null, null),
        };

    private static (JsonNode? Json, object? Model) Both<T>(T value) => (JsonValue.Create(value), value);

    private static IEnumerable<JsonProperty> Properties(JsonElement type) =>
        type.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    private JsonElement Pick(List<JsonElement> choices) => choices[random.Next(choices.Count)];

    // "#/$defs/Name"
    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(schema, (element, name) => element.GetProperty(name));
}
