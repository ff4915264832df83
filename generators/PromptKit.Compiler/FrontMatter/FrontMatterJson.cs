using System.Globalization;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Values of the front matter as JSON.</summary>
internal static class FrontMatterJson
{
    public static JsonTree ToJson(this FrontMatterNode node) =>
        node switch
        {
            MapNode map => ToJson(map.Entries),
            ListNode list => JsonArray.Of(list.Items.Select(ToJson)),
            ScalarNode { IsNull: true } => JsonLeaf.Null,
            ScalarNode { IsBoolean: true } boolean => new JsonLeaf(boolean.Value),
            ScalarNode { IsNumber: true } number => new JsonLeaf(NumberText(number)),
            ScalarNode scalar => JsonLeaf.String(scalar.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    public static JsonObject ToJson(IEnumerable<MapEntry> entries) =>
        JsonObject.Of(entries.Select(entry => (entry.Key.Value, (JsonTree?)entry.Value.ToJson())).ToArray());

    // YAML allows forms that JSON does not: +1, .5, 007. What no double holds stays as its digits.
    private static string NumberText(ScalarNode number)
    {
        if (number.AsInteger() is { } integer)
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        var value = number.AsNumber() ?? 0;
        return double.IsInfinity(value) ? JsonText.Quote(number.Value) : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
