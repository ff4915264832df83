using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads <c>anyOf</c> and <c>oneOf</c>: a value or null, an enum of described constants, or objects told apart by a constant.</summary>
internal sealed class JsonAlternativesReader(SchemaContext context, JsonSchemaReader schemas)
{
    /// <returns>Null when the schema has no alternatives.</returns>
    public TypeReading? TryRead(MapNode schema)
    {
        var keyword = schema["oneOf"] is not null ? "oneOf" : "anyOf";
        return schema[keyword] is ListNode alternatives ? Read(alternatives, keyword) : null;
    }

    private TypeReading Read(ListNode alternatives, string keyword)
    {
        var values = alternatives.Items.Where(item => !IsNullSchema(item)).ToList();
        var reading = values.Count switch
        {
            0 => Unsupported(alternatives, keyword),
            1 => schemas.ReadSchema(values[0], keyword),
            _ when values.TrueForAll(IsDescribedConstant) => ReadEnum(values),
            _ => ReadUnion(alternatives, values, keyword),
        };
        return reading != TypeReading.Lost && values.Count < alternatives.Items.Count
            ? reading with
            {
                Type = NullableType.Of(reading.Type),
            }
            : reading;
    }

    private TypeReading ReadEnum(List<FrontMatterNode> values)
    {
        var choices = values.Cast<MapNode>().Select(value => (value["const"]!, (MapNode?)value));
        return EnumReader.Read(choices, context) is { } type ? JsonSchemaReader.Typed(type) : TypeReading.Lost;
    }

    private TypeReading ReadUnion(ListNode alternatives, List<FrontMatterNode> values, string keyword)
    {
        var objects = new List<(ObjectType Type, string? Description)>();
        foreach (var value in values)
        {
            var reading = schemas.ReadSchema(value, keyword);
            if (reading == TypeReading.Lost)
            {
                return reading;
            }

            if (Resolve(reading.Type) is not ObjectType type)
            {
                return Unsupported(alternatives, keyword);
            }

            objects.Add((type, reading.Description));
        }

        return Discriminate(objects) is { } union ? JsonSchemaReader.Typed(union) : Unsupported(alternatives, keyword);
    }

    private SchemaType? Resolve(SchemaType type) =>
        type is NamedType named ? schemas.Definitions.FirstOrDefault(definition => definition.Name == named.Name)?.Type : type;

    // The first member that is one constant string in each, and another in each.
    private static UnionType? Discriminate(List<(ObjectType Type, string? Description)> objects)
    {
        foreach (var candidate in objects[0].Type.Members)
        {
            var constants = objects.ConvertAll(item => ConstantOf(item.Type, candidate.Name));
            if (!constants.Contains(null) && constants.Distinct(StringComparer.Ordinal).Count() == constants.Count)
            {
                var cases = objects.Select(
                    (item, index) => new UnionCase(constants[index]!, Without(item.Type, candidate.Name), item.Description)
                );
                return new UnionType(candidate.Name, cases.ToEquatableArray());
            }
        }

        return null;
    }

    private static string? ConstantOf(ObjectType type, string member) =>
        type.Members.FirstOrDefault(candidate => candidate.Name == member)
            is { IsRequired: true, Type: EnumType { Choices: { Count: 1 } choices } }
        && !choices[0].IsInteger
            ? choices[0].Value
            : null;

    private static ObjectType Without(ObjectType type, string member) =>
        type with
        {
            Members = type.Members.Where(candidate => candidate.Name != member).ToEquatableArray(),
        };

    private TypeReading Unsupported(ListNode alternatives, string keyword) =>
        context.Refuse(
            SchemaRules.UnsupportedKeyword,
            alternatives,
            keyword,
            "The alternatives can be a value and null, constants, or objects that each require a 'const' string of the same name."
        );

    private static bool IsNullSchema(FrontMatterNode node) => node is MapNode map && map["type"] is ScalarNode { Value: "null" };

    private static bool IsDescribedConstant(FrontMatterNode node) =>
        node is MapNode map && map["const"] is not null && map["properties"] is null;
}
