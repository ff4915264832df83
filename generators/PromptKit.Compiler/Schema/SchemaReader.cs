using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads a whole schema, in whichever notation it is written.</summary>
internal sealed class SchemaReader
{
    private readonly SchemaContext _context;
    private readonly PicoschemaReader _picoschema;
    private readonly JsonSchemaReader _jsonSchema;

    public SchemaReader(SchemaContext context)
    {
        _context = context;
        _picoschema = new PicoschemaReader(context, this);
        _jsonSchema = new JsonSchemaReader(context);
    }

    public PromptSchema Read(FrontMatterNode schema)
    {
        var reading = schema switch
        {
            ScalarNode { IsNull: true } or ListNode => _context.Refuse(
                SchemaRules.NotAType,
                schema,
                schema.Kind,
                " Write a map of members, or a type such as 'string'."
            ),
            ScalarNode scalar => _picoschema.ReadType(scalar),
            MapNode map => ReadMap(map, isWhole: true),
            _ => TypeReading.Lost,
        };
        return new PromptSchema(reading.Type, reading.Json, _jsonSchema.Definitions, reading.Description);
    }

    /// <summary>Reads a map inside of Picoschema.</summary>
    public TypeReading ReadNested(MapNode map) => ReadMap(map, isWhole: false);

    /// <returns>The named schema, inlined as dotprompt does; null when there is none of that name.</returns>
    public TypeReading? FindNamed(string name) =>
        _context.Named.Find(name) is { } definition
            ? new TypeReading(Reference(definition), definition.Json, definition.Description)
            : null;

    // Only what becomes a C# type of its own is referred to by name.
    private static SchemaType Reference(SchemaDefinition definition) =>
        definition.Type is ObjectType or EnumType or UnionType ? new NamedType(definition.Name, IsShared: true) : definition.Type;

    private TypeReading ReadMap(MapNode map, bool isWhole)
    {
        switch (SchemaNotation.Of(map, isWhole))
        {
            case Notation.JsonSchema:
                return _jsonSchema.Read(map, inlinesReferences: !isWhole || _context.IsShared);
            case Notation.Ambiguous:
                var key = map.Entries.First(entry => entry.Key.Value is "type" or "properties" or "$ref" or "$defs" or "definitions").Key;
                return _context.Refuse(SchemaRules.Ambiguous, key, key.Value);
            default:
                return _picoschema.ReadObject(map);
        }
    }
}
