using System.Globalization;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads the values of an enum: strings or integers, each once.</summary>
internal static class EnumReader
{
    /// <returns>Null when a value is no good; the diagnostics say which.</returns>
    public static EnumType? Read(ListNode list, SchemaContext context) => Read(list.Items.Select(item => (item, (MapNode?)null)), context);

    /// <summary>Reads values together with the JSON Schema that describes each (<c>title</c>, <c>description</c>).</summary>
    public static EnumType? Read(IEnumerable<(FrontMatterNode Value, MapNode? Description)> values, SchemaContext context)
    {
        var choices = new List<EnumChoice>();
        foreach (var (item, described) in values)
        {
            if (ReadChoice(item, described, context) is not { } choice)
            {
                return null;
            }

            if (choices.Exists(earlier => earlier.Value == choice.Value))
            {
                context.Refuse(SchemaRules.DuplicateEnumValue, item, choice.Value);
                return null;
            }

            if (choices.Count > 0 && choices[0].IsInteger != choice.IsInteger)
            {
                context.Refuse(SchemaRules.MixedEnum, item, choice.Value);
                return null;
            }

            if (choices.Find(earlier => EnumNaming.Name(earlier) == EnumNaming.Name(choice)) is { } clash)
            {
                context.Refuse(SchemaRules.EnumNamesClash, item, choice.Value, EnumNaming.Name(choice), clash.Value);
                return null;
            }

            choices.Add(choice);
        }

        return new EnumType(choices.ToEquatableArray());
    }

    private static EnumChoice? ReadChoice(FrontMatterNode item, MapNode? described, SchemaContext context)
    {
        var title = (described?["title"] as ScalarNode)?.Value;
        var description = (described?["description"] as ScalarNode)?.Value;
        if (item is ScalarNode { IsString: true } text)
        {
            return new EnumChoice(text.Value, IsInteger: false, title, description);
        }

        if (item is ScalarNode { IsNumber: true } number && number.AsInteger() is { } integer)
        {
            return new EnumChoice(integer.ToString(CultureInfo.InvariantCulture), IsInteger: true, title, description);
        }

        context.Refuse(SchemaRules.BadEnumValue, item, item is ScalarNode { Value.Length: > 0 } scalar ? $"'{scalar.Value}'" : item.Kind);
        return null;
    }
}
