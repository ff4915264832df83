using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads the objects of JSON Schema.</summary>
internal sealed class JsonObjectReader(SchemaContext context, JsonSchemaReader schemas)
{
    public TypeReading Read(MapNode schema)
    {
        var properties = schema["properties"] as MapNode;
        var required = ReadRequired(schema, properties);
        var members = (properties?.Entries ?? default).Where(HasName).Select(entry => ReadMember(entry, required)).ToEquatableArray();
        var extra = ReadExtra(schema, hasMembers: members.Count > 0);
        if (members.Count == 0 && extra is not null)
        {
            return JsonSchemaReader.Typed(new MapType(extra));
        }

        var isClosed = schema["additionalProperties"] is ScalarNode { IsBoolean: true, Value: "false" };
        return JsonSchemaReader.Typed(new ObjectType(members, extra, isClosed));
    }

    // JSON allows a member without a name; a type of C# does not.
    private bool HasName(MapEntry entry)
    {
        if (entry.Key.Value.Length == 0)
        {
            context.Refuse(SchemaRules.BadKey, entry.Key, "", "it has no name", "Write 'name: { type: … }'.");
        }

        return entry.Key.Value.Length > 0;
    }

    private SchemaMember ReadMember(MapEntry entry, HashSet<string> required)
    {
        var reading = schemas.ReadSchema(entry.Value, entry.Key.Value);
        var fallback = (entry.Value as MapNode)?["default"];
        if (fallback is not null && reading != TypeReading.Lost)
        {
            DefaultCheck.Check(entry.Key.Value, reading.Type, fallback, context);
        }

        var isRequired = required.Contains(entry.Key.Value) && fallback is null or ScalarNode { IsNull: true };
        var value = fallback is ScalarNode { IsNull: true } ? null : fallback?.ToJson();
        return new SchemaMember(
            entry.Key.Value,
            reading.Type,
            required.Contains(entry.Key.Value) && isRequired,
            reading.Description,
            value
        );
    }

    private HashSet<string> ReadRequired(MapNode schema, MapNode? properties)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in (schema["required"] as ListNode)?.Items ?? default)
        {
            if (item is not ScalarNode { IsNull: false } name)
            {
                context.Refuse(SchemaRules.BadKeywordValue, item, "an item of 'required'", "a member's name", item.Kind);
            }
            else if (properties?[name.Value] is null)
            {
                var names = (properties?.Entries ?? default).Select(entry => entry.Key.Value);
                context.Refuse(SchemaRules.RequiredButUndeclared, name, name.Value, Spelling.Suggest(name.Value, names));
            }
            else
            {
                required.Add(name.Value);
            }
        }

        return required;
    }

    // An object that says nothing of its members may hold anything.
    private SchemaType? ReadExtra(MapNode schema, bool hasMembers) =>
        schema["additionalProperties"] switch
        {
            null => hasMembers ? null : ScalarType.Any,
            ScalarNode { IsBoolean: true, Value: "false" } => null,
            { } extra => schemas.ReadSchema(extra, "additionalProperties").Type,
        };
}
