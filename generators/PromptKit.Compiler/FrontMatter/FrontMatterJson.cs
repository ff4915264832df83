using System.Globalization;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Writes values of the front matter as JSON.</summary>
internal static class FrontMatterJson
{
    public static string Write(FrontMatterNode node) => Write(new JsonText(), node).ToString();

    public static string Write(IEnumerable<MapEntry> entries) => new JsonText().Object(json => WriteEntries(json, entries)).ToString();

    private static void WriteEntries(JsonText json, IEnumerable<MapEntry> entries)
    {
        foreach (var entry in entries)
        {
            Write(json.Name(entry.Key.Value), entry.Value);
        }
    }

    private static JsonText Write(JsonText json, FrontMatterNode node) =>
        node switch
        {
            MapNode map => json.Object(members => WriteEntries(members, map.Entries)),
            ListNode list => json.Array(items =>
            {
                foreach (var item in list.Items)
                {
                    Write(items, item);
                }
            }),
            ScalarNode { IsNull: true } => json.Raw("null"),
            ScalarNode { IsBoolean: true } boolean => json.Raw(boolean.Value),
            ScalarNode { IsNumber: true } number => json.Raw(NumberText(number)),
            ScalarNode scalar => json.String(scalar.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    // YAML allows forms that JSON does not: +1, .5, 007.
    private static string NumberText(ScalarNode number) =>
        number.AsInteger() is { } integer
            ? integer.ToString(CultureInfo.InvariantCulture)
            : number.AsNumber()!.Value.ToString("R", CultureInfo.InvariantCulture);
}
