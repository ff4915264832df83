using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>
/// Reads JSON Schema (draft 2020-12) as far as it can become a C# type. The schema itself is passed through as it is written; what no
/// C# type can follow is an error that names it.
/// </summary>
internal sealed class JsonSchemaReader
{
    private readonly SchemaContext _context;
    private readonly JsonReferences _references;
    private readonly JsonObjectReader _objects;
    private readonly JsonAlternativesReader _alternatives;

    public JsonSchemaReader(SchemaContext context)
    {
        _context = context;
        _references = new JsonReferences(context, this);
        _objects = new JsonObjectReader(context, this);
        _alternatives = new JsonAlternativesReader(context, this);
    }

    /// <summary>The types of <c>$defs</c> that were referred to.</summary>
    public EquatableArray<SchemaDefinition> Definitions => _references.Definitions;

    /// <summary>Reads a whole JSON Schema, with its <c>$defs</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="inlinesReferences">Whether it will stand inside of another schema, where its <c>$ref</c>s would point elsewhere.</param>
    public TypeReading Read(MapNode schema, bool inlinesReferences)
    {
        _references.Enter(schema, inlinesReferences);
        var reading = ReadSchema(schema, "schema");
        return reading == TypeReading.Lost ? reading : reading with { Json = Infer(_references.Expand(schema)) };
    }

    /// <param name="node">The schema.</param>
    /// <param name="owner">What it is the schema of, for messages.</param>
    public TypeReading ReadSchema(FrontMatterNode node, string owner)
    {
        if (node is ScalarNode { IsBoolean: true, Value: "true" })
        {
            return Typed(ScalarType.Any);
        }

        if (node is not MapNode schema)
        {
            return _context.Refuse(SchemaRules.BadKeywordValue, node, owner, "a schema such as { type: string }", node.Kind);
        }

        if (!JsonKeywordCheck.Check(schema, _context))
        {
            return TypeReading.Lost;
        }

        var reading = ReadType(schema);
        return reading == TypeReading.Lost
            ? reading
            : reading with
            {
                Description = (schema["description"] as ScalarNode)?.Value ?? reading.Description,
            };
    }

    private TypeReading ReadType(MapNode schema)
    {
        if (schema["$ref"] is ScalarNode reference)
        {
            return _references.Read(reference);
        }

        if (schema["allOf"] is ListNode all)
        {
            return all.Items.Count == 1
                ? ReadSchema(all.Items[0], "allOf")
                : _context.Refuse(
                    SchemaRules.UnsupportedKeyword,
                    KeyOf(schema, "allOf"),
                    "allOf",
                    "Write one object with all the members."
                );
        }

        if (_alternatives.TryRead(schema) is { } alternatives)
        {
            return alternatives;
        }

        return schema["enum"] is ListNode choices ? ReadEnum(schema, choices)
            : schema["const"] is { } constant ? ReadConst(constant)
            : ReadTypeKeyword(schema);
    }

    private TypeReading ReadTypeKeyword(MapNode schema)
    {
        switch (schema["type"])
        {
            case ScalarNode type:
                return ReadNamedType(type.Value, type.Range, schema);
            case ListNode { Items.Count: > 0 } types:
                return ReadTypeList(types, schema);
            case { } other:
                return _context.Refuse(SchemaRules.BadKeywordValue, other, "type", "a type or a list of types", other.Kind);
            default:
                return schema["properties"] is not null || schema["additionalProperties"] is not null ? _objects.Read(schema)
                    : schema["items"] is not null ? ReadArray(schema)
                    : Typed(ScalarType.Any);
        }
    }

    private TypeReading ReadTypeList(ListNode types, MapNode schema)
    {
        if (types.Items.FirstOrDefault(item => item is not ScalarNode) is { } wrong)
        {
            return _context.Refuse(SchemaRules.BadKeywordValue, wrong, "an item of 'type'", "a type", wrong.Kind);
        }

        var names = types.Items.Cast<ScalarNode>().ToList();
        var values = names.Where(name => name.Value != "null").ToList();
        if (values.Count != 1)
        {
            return _context.Refuse(
                SchemaRules.UnsupportedKeyword,
                types,
                "type: " + string.Join(" or ", names.Select(name => name.Value)),
                "Choose one type (and \"null\"), or describe the value as anything by leaving 'type' out."
            );
        }

        var reading = ReadNamedType(values[0].Value, values[0].Range, schema);
        return values.Count < names.Count ? reading with { Type = NullableType.Of(reading.Type) } : reading;
    }

    private TypeReading ReadNamedType(string type, TextRange range, MapNode schema)
    {
        if (!JsonSchemaKeywords.Types.Contains(type))
        {
            var names = JsonSchemaKeywords.Types;
            var suggestion = Spelling.Suggest(type, names);
            return _context.Refuse(SchemaRules.UnknownJsonType, range, type, suggestion.Length > 0 ? suggestion : OtherType(type));
        }

        if (!JsonKeywordCheck.CheckType(schema, type, _context))
        {
            return TypeReading.Lost;
        }

        return type switch
        {
            "object" => _objects.Read(schema),
            "array" => ReadArray(schema),
            "string" => Scalar(Scalars.OfFormat((schema["format"] as ScalarNode)?.Value)),
            "integer" => Scalar(ScalarKind.Integer),
            "number" => Scalar(ScalarKind.Number),
            "boolean" => Scalar(ScalarKind.Boolean),
            _ => _context.Refuse(
                SchemaRules.UnsupportedKeyword,
                range,
                "type: null",
                "Write [\"…\", \"null\"] for a value that may be null."
            ),
        };
    }

    private static string OtherType(string type) =>
        Scalars.OtherName(type) switch
        {
            "boolean" or "integer" or "number" or "string" => $" Write '{Scalars.OtherName(type)}'.",
            "any" => " Leave 'type' out for a value of any type.",
            _ when Scalars.Find(type)?.Json is JsonObject json =>
                $" Write {{ type: string, format: {(json["format"] as JsonLeaf)?.Text ?? type} }}.",
            _ => " Write 'string', 'integer', 'number', 'boolean', 'object' or 'array'.",
        };

    private TypeReading ReadArray(MapNode schema)
    {
        var item = schema["items"] is { } items ? ReadSchema(items, "items") : Typed(ScalarType.Any);
        return item == TypeReading.Lost ? item : Typed(new ListType(item.Type));
    }

    private TypeReading ReadEnum(MapNode schema, ListNode choices)
    {
        var values = choices.Items.Where(item => item is not ScalarNode { IsNull: true }).ToEquatableArray();
        if (values.Count == 0)
        {
            return _context.Refuse(SchemaRules.BadKeywordValue, choices, "enum", "a list of strings or integers", "an empty list");
        }

        if (schema["type"] is ScalarNode type && !JsonKeywordCheck.CheckType(schema, type.Value, _context))
        {
            return TypeReading.Lost;
        }

        if (EnumReader.Read(new ListNode(values, choices.Range), _context) is not { } read)
        {
            return TypeReading.Lost;
        }

        return Typed(values.Count < choices.Items.Count ? NullableType.Of(read) : read);
    }

    private TypeReading ReadConst(FrontMatterNode constant) =>
        constant switch
        {
            ScalarNode { IsBoolean: true } => Scalar(ScalarKind.Boolean),
            ScalarNode { IsNull: false } scalar when scalar.IsString || scalar.AsInteger() is not null => EnumReader.Read(
                new ListNode(new EquatableArray<FrontMatterNode>([scalar]), scalar.Range),
                _context
            )
                is { } type
                ? Typed(type)
                : TypeReading.Lost,
            _ => _context.Refuse(
                SchemaRules.UnsupportedKeyword,
                constant,
                "const",
                "A constant can be a string, an integer, true or false."
            ),
        };

    public static TextRange KeyOf(MapNode schema, string keyword) => schema.Entries.First(entry => entry.Key.Value == keyword).Key.Range;

    public static TypeReading Typed(SchemaType type) => new(type, JsonObject.Empty);

    private static TypeReading Scalar(ScalarKind kind) => Typed(new ScalarType(kind));

    // As dotprompt does: `properties` alone says that it is an object.
    private static JsonTree Infer(JsonTree json) =>
        json is JsonObject schema && schema["properties"] is not null && schema["type"] is null
            ? new JsonObject(schema.Members.Prepend(new JsonMember("type", JsonLeaf.String("object"))).ToEquatableArray())
            : json;
}
