using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads the input's schema and applies its defaults.</summary>
internal static class InputReader
{
    public static PromptSchema Read(FrontMatterNode schema, MapNode? defaults, SchemaContext context)
    {
        var read = new SchemaReader(context with { AllowsMedia = true }).Read(schema);
        if (read.Type is not ObjectType type)
        {
            return read;
        }

        InputNames.Check(type, schema, context);
        return defaults is null ? read : Apply(read, type, defaults, context);
    }

    private static PromptSchema Apply(PromptSchema schema, ObjectType type, MapNode defaults, SchemaContext context)
    {
        var members = type.Members.ToList();
        foreach (var entry in defaults.Entries)
        {
            var index = members.FindIndex(member => member.Name == entry.Key.Value);
            if (index < 0)
            {
                var suggestion = Spelling.Suggest(entry.Key.Value, members.Select(member => member.Name));
                context.Refuse(SchemaRules.DefaultOfUnknown, entry.Key, entry.Key.Value, suggestion);
            }
            else if (
                DefaultCheck.Check(entry.Key.Value, members[index].Type, entry.Value, context)
                && entry.Value is not ScalarNode { IsNull: true }
            )
            {
                members[index] = members[index] with { Default = entry.Value.ToJson(), IsRequired = false };
            }
        }

        return schema with
        {
            Type = type with { Members = members.ToEquatableArray() },
            Json = WithoutRequired(schema.Json, members),
        };
    }

    // What has a default need not be given.
    private static JsonTree WithoutRequired(JsonTree json, List<SchemaMember> members)
    {
        if (json is not JsonObject schema || schema["required"] is not JsonArray required)
        {
            return json;
        }

        var optional = members
            .Where(member => member.Default is not null)
            .Select(member => (JsonTree)JsonLeaf.String(member.Name))
            .ToList();
        var left = required.Items.Where(name => !optional.Contains(name)).ToList();
        return left.Count > 0
            ? schema.With("required", JsonArray.Of(left))
            : new JsonObject(schema.Members.Where(member => member.Name != "required").ToEquatableArray());
    }
}
