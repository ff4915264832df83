using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Checks that a default fits its type.</summary>
internal static class DefaultCheck
{
    /// <returns>False when it does not fit; the diagnostics say why, at the part that does not.</returns>
    public static bool Check(string name, SchemaType type, FrontMatterNode value, SchemaContext context) =>
        (type, value) switch
        {
            (_, ScalarNode { IsNull: true }) => true,
            (ScalarType { Kind: ScalarKind.Any or ScalarKind.Unknown }, _) => true,
            (NullableType nullable, _) => Check(name, nullable.Value, value, context),
            (NamedType named, _) => context.Named.Find(named.Name) is not { } definition || Check(name, definition.Type, value, context),
            (ScalarType scalar, _) => CheckScalar(name, scalar.Kind, value, context),
            (EnumType choices, ScalarNode scalar) => CheckChoice(name, choices, scalar, context),
            (ListType list, ListNode items) => items
                .Items.Select((item, index) => Check($"{name}[{index}]", list.Item, item, context))
                .All(fits => fits),
            (MapType map, MapNode entries) => entries.Entries.All(entry =>
                Check($"{name}.{entry.Key.Value}", map.Value, entry.Value, context)
            ),
            (ObjectType members, MapNode entries) => CheckMembers(name, members, entries, context),
            (UnionType, MapNode) => true,
            _ => Refuse(name, Describe(type), value, context),
        };

    private static bool CheckScalar(string name, ScalarKind kind, FrontMatterNode value, SchemaContext context)
    {
        var fits =
            value is ScalarNode scalar
            && kind switch
            {
                ScalarKind.Integer => scalar.AsInteger() is not null,
                ScalarKind.Number => scalar.AsNumber() is not null,
                ScalarKind.Boolean => scalar.IsBoolean,
                ScalarKind.Media => false,
                ScalarKind.String => scalar.IsString,
                _ => ScalarFormats.IsValid(kind, scalar.Value),
            };
        return fits || Refuse(name, Describe(new ScalarType(kind)), value, context);
    }

    private static bool CheckChoice(string name, EnumType choices, ScalarNode value, SchemaContext context)
    {
        if (choices.Choices.Any(choice => choice.Value == value.Value))
        {
            return true;
        }

        var suggestion = Spelling.Suggest(value.Value, choices.Choices.Select(choice => choice.Value));
        context.Refuse(SchemaRules.DefaultDoesNotFit, value, name, Describe(choices), $"'{value.Value}'", suggestion);
        return false;
    }

    private static bool CheckMembers(string name, ObjectType type, MapNode value, SchemaContext context)
    {
        var fits = true;
        var allKnown = true;
        foreach (var entry in value.Entries)
        {
            var member = type.Members.FirstOrDefault(candidate => candidate.Name == entry.Key.Value);
            var expected = member?.Type ?? type.Extra;
            if (expected is not null)
            {
                fits &= Check($"{name}.{entry.Key.Value}", expected, entry.Value, context);
            }
            else if (type.IsClosed)
            {
                var suggestion = Spelling.Suggest(entry.Key.Value, type.Members.Select(candidate => candidate.Name));
                context.Refuse(SchemaRules.DefaultOfUnknown, entry.Key, $"{name}.{entry.Key.Value}", suggestion);
                allKnown = false;
            }
        }

        // A misspelt member is missing under its right name too: one mistake, one error.
        var missing = type.Members.FirstOrDefault(member => member.IsRequired && value[member.Name] is null);
        return missing is null || !allKnown ? fits && allKnown : Refuse(name, $"an object with '{missing.Name}'", value, context);
    }

    private static bool Refuse(string name, string expected, FrontMatterNode value, SchemaContext context)
    {
        var actual = value is ScalarNode { IsNull: false } scalar ? $"'{scalar.Value}'" : value.Kind;
        context.Refuse(SchemaRules.DefaultDoesNotFit, value, name, expected, actual, "");
        return false;
    }

    private static string Describe(SchemaType type) =>
        type switch
        {
            ScalarType { Kind: ScalarKind.String } => "a string",
            ScalarType { Kind: ScalarKind.Integer } => "an integer",
            ScalarType { Kind: ScalarKind.Number } => "a number",
            ScalarType { Kind: ScalarKind.Boolean } => "true or false",
            ScalarType { Kind: ScalarKind.Date } => "a date (2026-03-09)",
            ScalarType { Kind: ScalarKind.DateTime } => "a date and time (2026-03-09T14:05:00Z)",
            ScalarType { Kind: ScalarKind.Time } => "a time (14:05:00)",
            ScalarType { Kind: ScalarKind.Uri } => "an absolute URI",
            ScalarType { Kind: ScalarKind.Guid } => "a GUID",
            ScalarType { Kind: ScalarKind.Media } => "left out: media have no default",
            EnumType choices => "one of " + string.Join(", ", choices.Choices.Select(choice => choice.Value)),
            ListType => "a list",
            _ => "a map",
        };
}
