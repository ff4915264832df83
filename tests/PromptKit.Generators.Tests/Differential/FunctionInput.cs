using System.Globalization;
using System.Text.Json.Nodes;
using Scriban.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>A random input of the templates of <see cref="FunctionTemplates"/>: values that functions stumble over, and plain ones.</summary>
internal sealed record FunctionInput(JsonObject Members, ScriptObject Model)
{
    /// <summary>The input as JSON, with the number of the template to render.</summary>
    public string Json(int which)
    {
        Members["which"] = which;
        Model["which"] = which;
        return Members.ToJsonString();
    }

    /// <summary>The members that a template names.</summary>
    public string Named(string template) =>
        string.Join(
            ", ",
            Members
                .Where(member => template.Contains(member.Key, StringComparison.Ordinal))
                .Select(member => $"{member.Key}: {member.Value?.ToJsonString()}")
        );

    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "A",
        "i",
        "I",
        "ada lovelace",
        "Ada Lovelace",
        "ada",
        "ADA",
        "a,b,,c",
        ",",
        "istanbul IĞDIR ıI",
        "straße",
        "STRASSE",
        "é",
        "e\u0301",
        "🎉",
        "x🎉y",
        "\ud83c",
        "a\nb\r\nc\rd\n",
        "  both  ",
        "\u00a0nbsp\u00a0",
        "\u00ad",
        "a\u00adb",
        "<b>bold</b> & \"q\" 'a' <!-- c --><script>x</script>",
        "a=b&c=d?e#f/ü",
        "tab\there\\back\"slash\u0001",
        "12",
        "-3",
        "4.5",
        "1,234.5",
        "1e3",
        "9999999999",
        "true",
        "w o r d s",
        "one two  three\tfour",
        "YWJj",
        "{{ x }}",
        "2024-03-09",
        "x-1_Y z!",
        "aaaa",
        "abcabc",
        "ŉ ﬁ ǆ ß",
    ];

    private static readonly long[] Integers = [0, 1, 2, 3, 5, 7, 10, 20, -1, -2, -3, -10, 100, 2147483647, -2147483647, 5000000000];
    private static readonly double[] Numbers = [0, 0.5, -0.5, 1.5, 2.5, -2.5, 7.5, 1e21, 1e-7, 3, -1.25, 0.1, 2.675, 1234567.891];
    private static readonly string[] Dates = ["2024-03-09", "2000-02-29", "1999-12-31", "2024-01-01", "0001-01-01", "9999-12-31"];
    private static readonly string[] Moments =
    [
        "2024-03-09T14:05:06.25+00:00",
        "2024-12-31T23:59:59+00:00",
        "2024-03-09T00:00:00+00:00",
        "1970-01-01T00:00:00+00:00",
    ];

    /// <param name="random">Where the values come from.</param>
    /// <param name="withDates">Whether Scriban is given dates, which its functions of dates need, in the place of their JSON.</param>
    public static FunctionInput Next(Random random, bool withDates)
    {
        var input = new JsonObject
        {
            ["text"] = Pick(random, Texts),
            ["other"] = Pick(random, Texts),
            ["third"] = Pick(random, Texts),
            ["n"] = Pick(random, Integers),
            ["m"] = random.Next(-4, 8),
            ["x"] = Pick(random, Numbers),
            ["y"] = Pick(random, Numbers),
            ["flag"] = random.Next(2) == 0,
            ["tier"] = Pick(random, ["free", "pro", "enterprise"]),
            ["day"] = Pick(random, Dates),
            ["moment"] = Pick(random, Moments),
            ["texts"] = List(random, () => Pick(random, Texts)),
            ["more"] = List(random, () => Pick(random, Texts)),
            ["gaps"] = List(random, () => random.Next(3) == 0 ? null : Pick(random, Texts)),
            ["nums"] = List(random, () => (JsonNode)random.Next(-3, 4)),
            ["reals"] = List(random, () => (JsonNode)Pick(random, Numbers)),
            ["flags"] = List(random, () => (JsonNode)(random.Next(2) == 0)),
            ["tiers"] = List(random, () => Pick(random, ["free", "pro", "enterprise"])),
            ["days"] = List(random, () => Pick(random, Dates)),
            ["items"] = List(random, () => Item(random)),
            ["rows"] = List(random, () => random.Next(4) == 0 ? null : Row(random)),
            ["prices"] =
                random.Next(2) == 0
                    ? new JsonObject { ["apple"] = Pick(random, Numbers) }
                    : new JsonObject { ["pear"] = 2.5, ["apple"] = Pick(random, Numbers) },
        };
        if (random.Next(2) == 0)
        {
            input["nick"] = Pick(random, Texts);
        }

        // What JSON cannot hold, half a character, is lost on both sides.
        var model = (ScriptObject)ToScriban(JsonNode.Parse(input.ToJsonString()), "")!;
        if (!model.ContainsKey("nick"))
        {
            model["nick"] = null;
        }

        if (withDates)
        {
            model["day"] = DateTime.Parse((string)model["day"]!, CultureInfo.InvariantCulture);
            model["moment"] = DateTimeOffset.Parse((string)model["moment"]!, CultureInfo.InvariantCulture).DateTime;
        }

        return new FunctionInput(input, model);
    }

    private static JsonObject Item(Random random) =>
        new()
        {
            ["id"] = random.Next(-2, 3),
            ["title"] = Pick(random, Texts),
            ["price"] = Pick(random, Numbers),
            ["done"] = random.Next(2) == 0,
            ["due"] = Pick(random, Dates),
            ["tier"] = Pick(random, ["free", "pro", "enterprise"]),
        };

    private static JsonObject Row(Random random) =>
        new()
        {
            ["id"] = random.Next(-2, 3),
            ["title"] = Pick(random, Texts),
            ["note"] = random.Next(2) == 0 ? null : Pick(random, Texts),
        };

    private static JsonArray List(Random random, Func<JsonNode?> item) => new([.. Enumerable.Range(0, random.Next(5)).Select(_ => item())]);

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    // An integer as Scriban's own parser gives it; what the schema calls a number is a double, whatever JSON writes.
    private static object? ToScriban(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject members:
                var result = new ScriptObject();
                foreach (var (key, value) in members)
                {
                    result[key] = ToScriban(value, name == "prices" ? "price" : key);
                }

                return result;
            case JsonArray items:
                var list = new ScriptArray();
                list.AddRange(items.Select(item => ToScriban(item, name)));
                return list;
            case JsonValue value when value.TryGetValue<string>(out var text):
                return text;
            case JsonValue value when value.TryGetValue<bool>(out var flag):
                return flag;
            case JsonValue value when name is "x" or "y" or "price" or "reals":
                return double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            case JsonValue value:
                var integer = long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
                return integer is >= int.MinValue and <= int.MaxValue ? (int)integer : (object)integer;
            default:
                return null;
        }
    }
}
