using System.Text.Json;
using System.Text.RegularExpressions;

namespace PromptKit.Conformance.Compiling;

/// <summary>The JSON Schema of inputs that are only known by example. What some examples lack, or set to null, is optional.</summary>
internal static partial class InferredSchema
{
    private static readonly string[] Statements = ["else", "end", "history", "item"];

    /// <param name="examples">Inputs that the template is rendered with.</param>
    /// <param name="template">The template, in Scriban: it may read what no example gives.</param>
    public static JsonObject Of(IReadOnlyList<JsonObject> examples, string template)
    {
        var schema = OfObjects(examples);
        var properties = schema["properties"]!.AsObject();
        foreach (var name in Variable().Matches(template).Select(match => match.Groups["name"].Value).Except(Statements))
        {
            if (!properties.ContainsKey(name))
            {
                properties[name] = new JsonObject { ["type"] = new JsonArray("string", "null") };
            }
        }

        return schema;
    }

    private static JsonObject OfObjects(IReadOnlyList<JsonObject> examples)
    {
        var names = examples.SelectMany(example => example.Select(member => member.Key)).Distinct(StringComparer.Ordinal).ToList();
        var required = names.Where(name => examples.All(example => example.ContainsKey(name)));
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                names.Select(name =>
                    KeyValuePair.Create<string, JsonNode?>(
                        name,
                        OfValues([.. examples.Where(example => example.ContainsKey(name)).Select(example => example[name])])
                    )
                )
            ),
            ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        };
    }

    // Values of several types are any.
    private static JsonObject OfValues(IReadOnlyList<JsonNode?> values)
    {
        var given = values.OfType<JsonNode>().ToList();
        var types = given.Select(TypeOf).Distinct(StringComparer.Ordinal).ToList();
        if (types.Count != 1)
        {
            return [];
        }

        var schema = types[0] switch
        {
            "object" => OfObjects([.. given.Cast<JsonObject>()]),
            "array" => new JsonObject { ["type"] = "array", ["items"] = OfValues([.. given.Cast<JsonArray>().SelectMany(items => items)]) },
            _ => new JsonObject { ["type"] = types[0] },
        };
        if (given.Count < values.Count)
        {
            schema["type"] = new JsonArray(types[0], "null");
        }

        return schema;
    }

    private static string TypeOf(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
            _ => "string",
        };

    [GeneratedRegex(
        @"\{\{-?\s*(?<name>[A-Za-z_]\w*)\s*-?\}\}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Variable();
}
