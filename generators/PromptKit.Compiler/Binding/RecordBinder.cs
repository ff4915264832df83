using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Gives the members of a schema their C# names and types.</summary>
internal static class RecordBinder
{
    // Names that a record or its base declares.
    private static readonly string[] Taken =
    [
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
        "MemberwiseClone",
        "Finalize",
        "Clone",
        "EqualityContract",
        "PrintMembers",
        "Deconstruct",
    ];

    public static BoundRecord Bind(string name, ObjectSchema schema)
    {
        var members = new List<BoundMember>();
        foreach (var member in schema.Members)
        {
            var property = PropertyName(member.Name);
            while (property == name || Taken.Contains(property) || members.Exists(earlier => earlier.PropertyName == property))
            {
                property += "_";
            }

            members.Add(new BoundMember(member.Name, property, TypeName(member), IsRequired(member), member.Description));
        }

        return new BoundRecord(name, members.ToEquatableArray(), JsonSchemaText.Write(schema));
    }

    private static string PropertyName(string name) => PascalCase.Of(name) is { Length: > 0 } pascal ? pascal : "Value";

    // A member of unknown type takes whatever callers give it, so that they see no second error.
    private static bool IsRequired(SchemaMember member) => !member.IsOptional && member.Kind != ScalarKind.Unknown;

    private static string TypeName(SchemaMember member)
    {
        var type = member.Kind switch
        {
            ScalarKind.Integer => "long",
            ScalarKind.Number => "double",
            ScalarKind.Boolean => "bool",
            ScalarKind.String => "string",
            _ => "object?",
        };
        return member.IsOptional && member.Kind != ScalarKind.Unknown ? type + "?" : type;
    }
}
