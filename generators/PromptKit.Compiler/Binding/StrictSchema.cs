using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Makes a JSON Schema strict in the way that OpenAI's structured outputs require: every object is closed and requires all of its members,
/// what is optional may be null instead, and keywords that are not supported there are said in the description.
/// (https://platform.openai.com/docs/guides/structured-outputs#supported-schemas)
/// </summary>
internal static class StrictSchema
{
    private static readonly string[] Dropped =
    [
        "$schema",
        "$id",
        "$comment",
        "title",
        "default",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
    ];

    // What a model can only be told.
    private static readonly string[] Told =
    [
        "minLength",
        "maxLength",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "propertyNames",
        "contentEncoding",
        "contentMediaType",
    ];

    private static readonly string[] Formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    private static readonly JsonTree Null = JsonLeaf.String("null");

    /// <param name="schema">The schema as the prompt declares it.</param>
    /// <param name="isWrapped">Whether the value travels as <c>{"value": …}</c>.</param>
    public static JsonTree Of(JsonTree schema, bool isWrapped)
    {
        if (schema is not JsonObject root)
        {
            return schema;
        }

        var definitions = Definitions(root);
        var plain = Without(root, name => name is "$defs" or "definitions");
        var value = Make(isWrapped ? plain : Inline(plain, definitions));
        var strict = isWrapped ? Wrap(value) : value;
        return definitions is null ? strict : strict.With("$defs", MakeEach(definitions));
    }

    private static JsonObject Wrap(JsonObject value) =>
        JsonObject.Of(
            ("type", JsonLeaf.String("object")),
            ("properties", JsonObject.Of(("value", value))),
            ("required", JsonArray.Of([JsonLeaf.String("value")])),
            ("additionalProperties", JsonLeaf.False)
        );

    private static JsonObject? Definitions(JsonObject root) =>
        (root["$defs"] as JsonObject, root["definitions"] as JsonObject) switch
        {
            (null, null) => null,
            (var first, var second) => new JsonObject((first?.Members ?? default).Concat(second?.Members ?? default).ToEquatableArray()),
        };

    // The root has to be an object itself.
    private static JsonObject Inline(JsonObject root, JsonObject? definitions) =>
        root["$ref"] is JsonLeaf reference && definitions?[NameOf(reference)] is JsonObject target ? target : root;

    private static string NameOf(JsonLeaf reference) => reference.Text.Substring(reference.Text.LastIndexOf('/') + 1);

    private static JsonTree MakeTree(JsonTree schema) =>
        schema switch
        {
            JsonObject json => Make(json),
            JsonLeaf { Json: "true" } => JsonObject.Empty,
            _ => schema,
        };

    private static JsonObject MakeEach(JsonObject schemas) =>
        new(schemas.Members.Select(member => member with { Value = MakeTree(member.Value) }).ToEquatableArray());

    private static JsonObject Make(JsonObject schema)
    {
        if (schema["$ref"] is JsonLeaf reference)
        {
            // Nothing may stand beside a reference.
            return JsonObject.Of(("$ref", JsonLeaf.String("#/$defs/" + NameOf(reference))));
        }

        if (schema["allOf"] is JsonArray { Items: { Count: 1 } all } && all[0] is JsonObject only)
        {
            schema = only.Members.Aggregate(
                Without(schema, name => name == "allOf"),
                (merged, member) => merged.With(member.Name, member.Value)
            );
            return Make(schema);
        }

        var members = new List<JsonMember>();
        var told = new List<string>();
        foreach (var member in Typed(schema).Members)
        {
            switch (member.Name)
            {
                case "properties" or "required" or "additionalProperties" when schema["properties"] is JsonObject:
                    break;
                case "oneOf" or "anyOf" when member.Value is JsonArray alternatives:
                    members.Add(new JsonMember("anyOf", JsonArray.Of(alternatives.Items.Select(MakeTree))));
                    break;
                case "items" or "additionalProperties":
                    members.Add(member with { Value = MakeTree(member.Value) });
                    break;
                case "format" when member.Value is JsonLeaf format && !Formats.Contains(format.Text):
                case var keyword when Told.Contains(keyword):
                    told.Add($"{member.Name}: {(member.Value as JsonLeaf)?.Text ?? member.Value.ToString()}");
                    break;
                case var keyword when Dropped.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal):
                    break;
                default:
                    members.Add(member);
                    break;
            }
        }

        return Tell(Close(new JsonObject(members.ToEquatableArray()), schema), told);
    }

    private static JsonObject Close(JsonObject made, JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            return IsClosedAndEmpty(made) ? made.With("properties", JsonObject.Empty).With("required", JsonArray.Of([])) : made;
        }

        var required = (schema["required"] as JsonArray)?.Items.OfType<JsonLeaf>().Select(name => name.Text).ToList() ?? [];
        var all = properties.Members.Select(member =>
        {
            var value = MakeTree(member.Value);
            return member with { Value = required.Contains(member.Name) || value is not JsonObject json ? value : AllowNull(json) };
        });

        // Members of any name cannot be had strictly; who asks for them gets them.
        var extra = schema["additionalProperties"] is JsonObject others ? Make(others) : (JsonTree)JsonLeaf.False;
        return made.With("properties", new JsonObject(all.ToEquatableArray()))
            .With("required", JsonArray.Of(properties.Members.Select(member => (JsonTree)JsonLeaf.String(member.Name))))
            .With("additionalProperties", extra);
    }

    private static bool IsClosedAndEmpty(JsonObject made) =>
        made["type"] is JsonLeaf { Text: "object" } && made["additionalProperties"] is JsonLeaf { Json: "false" };

    // Every schema must say its type.
    private static JsonObject Typed(JsonObject schema)
    {
        if (schema["type"] is not null)
        {
            return schema;
        }

        IEnumerable<JsonTree> values =
            schema["enum"] is JsonArray choices ? choices.Items
            : schema["const"] is { } constant ? [constant]
            : [];
        var types = values.OfType<JsonLeaf>().Select(TypeOf).Distinct().Select(type => (JsonTree)JsonLeaf.String(type)).ToList();
        types = types.Count == 0 && schema["properties"] is not null ? [JsonLeaf.String("object")] : types;
        return types.Count switch
        {
            0 => schema,
            1 => new JsonObject(schema.Members.Prepend(new JsonMember("type", types[0])).ToEquatableArray()),
            _ => new JsonObject(schema.Members.Prepend(new JsonMember("type", JsonArray.Of(types))).ToEquatableArray()),
        };
    }

    private static string TypeOf(JsonLeaf value) =>
        value.Json.StartsWith("\"", StringComparison.Ordinal) ? "string"
        : value.Json is "null" ? "null"
        : value.Json is "true" or "false" ? "boolean"
        : value.Json.IndexOfAny(['.', 'e', 'E']) >= 0 ? "number"
        : "integer";

    private static JsonObject AllowNull(JsonObject schema)
    {
        if (schema.Members.Count == 0)
        {
            return schema;
        }

        if (schema["anyOf"] is JsonArray alternatives)
        {
            var nothing = JsonObject.Of(("type", Null));
            return alternatives.Items.Contains(nothing) ? schema : schema.With("anyOf", JsonArray.Of(alternatives.Items.Append(nothing)));
        }

        if (schema["const"] is not null || schema["type"] is null)
        {
            return JsonObject.Of(("anyOf", JsonArray.Of([schema, JsonObject.Of(("type", Null))])));
        }

        var types = schema["type"] is JsonArray list ? list.Items : new EquatableArray<JsonTree>([schema["type"]!]);
        var withNull = types.Contains(Null) ? schema : schema.With("type", JsonArray.Of(types.Append(Null)));
        return withNull["enum"] is JsonArray choices && !choices.Items.Contains(JsonLeaf.Null)
            ? withNull.With("enum", JsonArray.Of(choices.Items.Append(JsonLeaf.Null)))
            : withNull;
    }

    private static JsonObject Tell(JsonObject schema, List<string> told)
    {
        if (told.Count == 0)
        {
            return schema;
        }

        var description = (schema["description"] as JsonLeaf)?.Text;
        var text = $"({string.Join(", ", told)})";
        return schema.With("description", JsonLeaf.String(description is null ? text : $"{description} {text}"));
    }

    private static JsonObject Without(JsonObject schema, Func<string, bool> isDropped) =>
        new(schema.Members.Where(member => !isDropped(member.Name)).ToEquatableArray());
}
