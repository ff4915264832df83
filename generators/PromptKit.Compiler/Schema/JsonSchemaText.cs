using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Writes a schema as JSON Schema, in the form that dotprompt gives Picoschema.</summary>
internal static class JsonSchemaText
{
    public static string Write(ObjectSchema schema) => new JsonText().Object(json => WriteObject(json, schema)).ToString();

    private static void WriteObject(JsonText json, ObjectSchema schema)
    {
        json.Name("type").String("object");
        json.Name("properties")
            .Object(properties =>
            {
                foreach (var member in schema.Members)
                {
                    properties.Name(member.Name).Object(property => WriteMember(property, member));
                }
            });
        var required = schema.Members.Where(member => !member.IsOptional).ToList();
        if (required.Count > 0)
        {
            json.Name("required").Array(names => required.ForEach(member => names.String(member.Name)));
        }

        json.Name("additionalProperties").Raw("false");
    }

    private static void WriteMember(JsonText json, SchemaMember member)
    {
        var type = member.Kind switch
        {
            ScalarKind.Integer => "integer",
            ScalarKind.Number => "number",
            ScalarKind.Boolean => "boolean",
            _ => "string",
        };
        if (member.IsOptional)
        {
            json.Name("type").Array(types => types.String(type).String("null"));
        }
        else
        {
            json.Name("type").String(type);
        }

        if (member.Description is { } description)
        {
            json.Name("description").String(description);
        }
    }
}
