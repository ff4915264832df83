using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Resolves <c>$ref</c> to the <c>$defs</c> of the same schema.</summary>
internal sealed class JsonReferences(SchemaContext context, JsonSchemaReader schemas)
{
    private static readonly string[] Prefixes = ["#/$defs/", "#/definitions/"];

    private readonly List<SchemaDefinition> _definitions = [];
    private readonly List<string> _path = [];
    private readonly Dictionary<string, FrontMatterNode> _nodes = new(StringComparer.Ordinal);
    private bool _inlines;

    public EquatableArray<SchemaDefinition> Definitions => _definitions.ToEquatableArray();

    /// <summary>Takes note of a schema's <c>$defs</c>. Where it stands inside of another, references are replaced by what they mean.</summary>
    public void Enter(MapNode root, bool inlines)
    {
        _inlines = inlines;
        foreach (var entry in DefinitionsOf(root))
        {
            if (_nodes.TryGetValue(entry.Key.Value, out var earlier) && earlier != entry.Value)
            {
                context.Refuse(SchemaRules.DuplicateMember, entry.Key, entry.Key.Value);
            }

            _nodes[entry.Key.Value] = entry.Value;
        }
    }

    public TypeReading Read(ScalarNode reference)
    {
        var name = NameOf(reference.Value);
        if (name is null || !_nodes.TryGetValue(name, out var node))
        {
            var remedy = name is not null
                ? Spelling.Suggest(name, _nodes.Keys)
                : " Write '#/$defs/Name' and the schema under '$defs'; a schema of '_schemas.yaml' is used by its name in Picoschema.";
            return context.Refuse(SchemaRules.UnresolvedReference, reference, reference.Value, remedy);
        }

        if (_definitions.Find(definition => definition.Name == name) is { } known)
        {
            return Refer(known);
        }

        if (_path.Contains(name))
        {
            return _inlines
                ? context.Refuse(SchemaRules.CircularSchema, reference, name, string.Join(" → ", _path.Append(name)))
                : new TypeReading(new NamedType(name, IsShared: false), JsonObject.Empty);
        }

        _path.Add(name);
        var reading = schemas.ReadSchema(node, name);
        _path.Remove(name);
        if (reading == TypeReading.Lost)
        {
            return reading;
        }

        var definition = new SchemaDefinition(name, reading.Type, JsonObject.Empty, reading.Description);
        _definitions.Add(definition);
        return Refer(definition);
    }

    /// <summary>A whole schema as JSON: as it is written, or with its references replaced.</summary>
    public JsonTree Expand(MapNode schema) => _inlines ? Inline(schema.ToJson()) : schema.ToJson();

    private static IEnumerable<MapEntry> DefinitionsOf(MapNode root) =>
        new[] { root["$defs"], root["definitions"] }.OfType<MapNode>().SelectMany(definitions => definitions.Entries);

    private static TypeReading Refer(SchemaDefinition definition) =>
        new(
            definition.Type is ObjectType or EnumType or UnionType ? new NamedType(definition.Name, IsShared: false) : definition.Type,
            JsonObject.Empty,
            definition.Description
        );

    // Circles were refused when the types were read.
    private JsonTree Inline(JsonTree json) =>
        json switch
        {
            JsonObject schema when schema["$ref"] is JsonLeaf reference && Target(reference) is { } target => Merge(target, schema),
            JsonObject schema => new JsonObject(
                schema
                    .Members.Where(member => member.Name is not ("$defs" or "definitions"))
                    .Select(member => member with { Value = Inline(member.Value) })
                    .ToEquatableArray()
            ),
            JsonArray array => JsonArray.Of(array.Items.Select(Inline)),
            _ => json,
        };

    private JsonObject? Target(JsonLeaf reference) =>
        NameOf(reference.Text) is { } name && _nodes.TryGetValue(name, out var node) ? Inline(node.ToJson()) as JsonObject : null;

    // What stands beside a `$ref` (a description, say) counts more than what it refers to.
    private static JsonObject Merge(JsonObject target, JsonObject reference) =>
        reference
            .Members.Where(member => member.Name != "$ref")
            .Aggregate(target, (merged, member) => merged.With(member.Name, member.Value));

    private static string? NameOf(string reference) =>
        Array.Find(Prefixes, prefix => reference.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? reference.Substring(prefix.Length)
            : null;
}
