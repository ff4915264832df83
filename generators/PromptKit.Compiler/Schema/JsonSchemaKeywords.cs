namespace PromptKit.Compiler.Schema;

/// <summary>The keywords of JSON Schema (draft 2020-12) that a schema may hold, and what their values must be.</summary>
internal static class JsonSchemaKeywords
{
    public static readonly IReadOnlyList<string> Types = ["string", "integer", "number", "boolean", "object", "array", "null"];

    /// <summary>The formats of JSON Schema, and two that are common besides.</summary>
    public static readonly IReadOnlyList<string> Formats =
    [
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "url",
        "uri-reference",
        "iri",
        "iri-reference",
        "uuid",
        "uri-template",
        "json-pointer",
        "relative-json-pointer",
        "regex",
        "int32",
        "int64",
        "float",
        "double",
    ];

    /// <summary>Keywords that may not be greater than another.</summary>
    public static readonly IReadOnlyList<(string Least, string Greatest)> Limits =
    [
        ("minimum", "maximum"),
        ("exclusiveMinimum", "exclusiveMaximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ];

    /// <summary>Keywords by the type of value they constrain; the empty string for any.</summary>
    public static readonly IReadOnlyDictionary<string, (string ForType, KeywordValue Value)> Supported = new Dictionary<
        string,
        (string, KeywordValue)
    >(StringComparer.Ordinal)
    {
        ["type"] = ("", KeywordValue.Any),
        ["title"] = ("", KeywordValue.Text),
        ["description"] = ("", KeywordValue.Text),
        ["default"] = ("", KeywordValue.Any),
        ["examples"] = ("", KeywordValue.List),
        ["deprecated"] = ("", KeywordValue.Boolean),
        ["readOnly"] = ("", KeywordValue.Boolean),
        ["writeOnly"] = ("", KeywordValue.Boolean),
        ["enum"] = ("", KeywordValue.List),
        ["const"] = ("", KeywordValue.Any),
        ["anyOf"] = ("", KeywordValue.List),
        ["oneOf"] = ("", KeywordValue.List),
        ["allOf"] = ("", KeywordValue.List),
        ["$ref"] = ("", KeywordValue.Text),
        ["$defs"] = ("", KeywordValue.Map),
        ["definitions"] = ("", KeywordValue.Map),
        ["$schema"] = ("", KeywordValue.Text),
        ["$id"] = ("", KeywordValue.Text),
        ["$comment"] = ("", KeywordValue.Text),
        ["format"] = ("string", KeywordValue.Text),
        ["pattern"] = ("string", KeywordValue.Text),
        ["minLength"] = ("string", KeywordValue.Count),
        ["maxLength"] = ("string", KeywordValue.Count),
        ["contentEncoding"] = ("string", KeywordValue.Text),
        ["contentMediaType"] = ("string", KeywordValue.Text),
        ["minimum"] = ("number", KeywordValue.Number),
        ["maximum"] = ("number", KeywordValue.Number),
        ["exclusiveMinimum"] = ("number", KeywordValue.Number),
        ["exclusiveMaximum"] = ("number", KeywordValue.Number),
        ["multipleOf"] = ("number", KeywordValue.Number),
        ["items"] = ("array", KeywordValue.Any),
        ["minItems"] = ("array", KeywordValue.Count),
        ["maxItems"] = ("array", KeywordValue.Count),
        ["uniqueItems"] = ("array", KeywordValue.Boolean),
        ["properties"] = ("object", KeywordValue.Map),
        ["required"] = ("object", KeywordValue.List),
        ["additionalProperties"] = ("object", KeywordValue.Any),
        ["minProperties"] = ("object", KeywordValue.Count),
        ["maxProperties"] = ("object", KeywordValue.Count),
        ["propertyNames"] = ("object", KeywordValue.Map),
    };

    /// <summary>Keywords of JSON Schema that no C# type can follow, and what to write instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unsupported = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not"] = "Describe what the value is, not what it is not.",
        ["if"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["then"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["else"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["prefixItems"] = "Write an object with a member for each item.",
        ["contains"] = "Remove it, and say so in the description.",
        ["minContains"] = "Remove it, and say so in the description.",
        ["maxContains"] = "Remove it, and say so in the description.",
        ["patternProperties"] = "Use 'additionalProperties' with one schema for all of them.",
        ["dependentSchemas"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["dependentRequired"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["dependencies"] = "Write the cases as 'oneOf' objects with a 'const' member.",
        ["unevaluatedProperties"] = "Use 'additionalProperties'.",
        ["unevaluatedItems"] = "Use 'items'.",
        ["additionalItems"] = "Use 'items'.",
        ["contentSchema"] = "Describe the content as an object of its own.",
        ["$dynamicRef"] = "Use '$ref'.",
        ["$dynamicAnchor"] = "Use '$defs'.",
        ["$recursiveRef"] = "Use '$ref'.",
        ["$anchor"] = "Use '$defs'.",
        ["$vocabulary"] = "Remove it.",
    };
}
