using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>The JSON Schema of what a model gives a tool.</summary>
internal sealed class ToolSchema
{
    private readonly Dictionary<string, ToolDeclaration> _types;

    // Types that hold themselves stand under $defs; all others stand where they are used, which every provider reads.
    private readonly HashSet<string> _recursive;

    private ToolSchema(ToolMethod method)
    {
        _types = method.InputTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _recursive = new HashSet<string>(_types.Keys.Where(name => Reachable(name).Contains(name)), StringComparer.Ordinal);
    }

    public static JsonObject Of(ToolMethod method)
    {
        var schema = new ToolSchema(method);
        var parameters = method.Parameters.Where(parameter => parameter.Supply == ToolSupply.Model).ToList();
        var json = ObjectOf(
            parameters.Select(parameter => new JsonMember(parameter.Name, schema.Of(parameter))),
            parameters.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name)
        );
        return schema._recursive.Count == 0 ? json : json.With("$defs", schema.Definitions());
    }

    private JsonObject Definitions() =>
        new(
            _recursive
                .OrderBy(name => name, StringComparer.Ordinal)
                .Select(name => new JsonMember(name, Declared(_types[name])))
                .ToEquatableArray()
        );

    private JsonObject Of(ToolParameter parameter)
    {
        var json = Described(Of(parameter.Type!), parameter.Description);
        return parameter.Default?.Json is { } value ? json.With("default", new JsonLeaf(value)) : json;
    }

    private JsonObject Of(ToolMember member)
    {
        var json = Described(Of(member.Type), member.Description);
        return member.Default?.Json is { } value ? json.With("default", new JsonLeaf(value)) : json;
    }

    private JsonObject Of(ToolType type) =>
        type switch
        {
            ToolScalar scalar => OrNull(ScalarOf(scalar.Kind), scalar.IsNullable),
            ToolList list => OrNull(JsonObject.Of(("type", JsonLeaf.String("array")), ("items", Of(list.Item))), list.IsNullable),
            ToolMap map => OrNull(
                JsonObject.Of(("type", JsonLeaf.String("object")), ("additionalProperties", Of(map.Value))),
                map.IsNullable
            ),
            ToolNamed named when _recursive.Contains(named.Name) => Reference(named),
            ToolNamed named => OrNull(Declared(_types[named.Name]), named.IsNullable),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static JsonObject Reference(ToolNamed named)
    {
        var reference = JsonObject.Of(("$ref", JsonLeaf.String("#/$defs/" + named.Name)));
        return named.IsNullable
            ? JsonObject.Of(("anyOf", JsonArray.Of([reference, JsonObject.Of(("type", JsonLeaf.String("null")))])))
            : reference;
    }

    private JsonObject Declared(ToolDeclaration declaration) =>
        declaration switch
        {
            ToolEnum choice => Described(
                JsonObject.Of(
                    ("type", JsonLeaf.String("string")),
                    ("enum", JsonArray.Of([.. choice.Values.Select(value => JsonLeaf.String(value.Json))]))
                ),
                choice.Description
            ),
            ToolObject members => Described(
                ObjectOf(
                    members.Members.Select(member => new JsonMember(member.JsonName, Of(member))),
                    members.Members.Where(member => member.IsRequired).Select(member => member.JsonName)
                ),
                members.Description
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(declaration)),
        };

    private static JsonObject ObjectOf(IEnumerable<JsonMember> members, IEnumerable<string> required)
    {
        var names = required.Select(name => (JsonTree)JsonLeaf.String(name)).ToList();
        return JsonObject.Of(
            ("type", JsonLeaf.String("object")),
            ("properties", new JsonObject(members.ToEquatableArray())),
            ("required", names.Count == 0 ? null : JsonArray.Of(names)),
            ("additionalProperties", JsonLeaf.False)
        );
    }

    private static JsonObject ScalarOf(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => Scalar("string"),
            ScalarKind.Integer => Scalar("integer"),
            ScalarKind.Number => Scalar("number"),
            ScalarKind.Boolean => Scalar("boolean"),
            ScalarKind.Date => Scalar("date"),
            ScalarKind.DateTime => Scalar("datetime"),
            ScalarKind.Time => Scalar("time"),
            ScalarKind.Uri => Scalar("uri"),
            ScalarKind.Guid => Scalar("guid"),
            _ => Scalar("any"),
        };

    private static JsonObject Scalar(string name) => (JsonObject)Scalars.Find(name)!.Json;

    private static JsonObject OrNull(JsonObject json, bool isNullable)
    {
        if (!isNullable || json["type"] is not { } type)
        {
            return json;
        }

        json = json.With("type", JsonArray.Of([type, JsonLeaf.String("null")]));
        return json["enum"] is JsonArray choices ? json.With("enum", JsonArray.Of([.. choices.Items, JsonLeaf.Null])) : json;
    }

    private static JsonObject Described(JsonObject json, string? description) =>
        description is null ? json : json.With("description", JsonLeaf.String(description));

    private HashSet<string> Reachable(string name)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([name]);
        while (waiting.Count > 0)
        {
            var members = _types[waiting.Pop()] is ToolObject type ? type.Members : default;
            foreach (var inner in members.SelectMany(member => NamesIn(member.Type)).Where(found.Add))
            {
                waiting.Push(inner);
            }
        }

        return found;
    }

    private static IEnumerable<string> NamesIn(ToolType type) =>
        type switch
        {
            ToolList list => NamesIn(list.Item),
            ToolMap map => NamesIn(map.Value),
            ToolNamed named => [named.Name],
            _ => [],
        };
}
