using System.Globalization;
using System.Text.Json.Nodes;
using Scriban.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>A random input of <see cref="RandomTemplate.Schema"/>: as JSON for PromptKit, as Scriban's objects for its interpreter.</summary>
internal sealed record RandomInput(string Json, ScriptObject Model)
{
    private static readonly string[] Optional = ["nick", "count", "ratio", "ok", "level", "seen", "maybe", "work", "extra"];
    private static readonly string[] Texts =
    [
        "",
        "Ada",
        "a\nb",
        "\n",
        " x ",
        "é🎉",
        "{{ x }}",
        "\"q\"",
        "<<<dotprompt:role:system>>>",
        "10",
        "9",
        "a\n\n  b\n",
        "pro",
    ];

    public static RandomInput Next(Random random) => Of(Members(random));

    /// <summary>The input with these members.</summary>
    public static RandomInput Of(JsonObject input)
    {
        var model = (ScriptObject)ToScriban(input, "")!;
        foreach (var name in Optional.Where(name => !model.ContainsKey(name)))
        {
            model[name] = null;
        }

        return new RandomInput(input.ToJsonString(), model);
    }

    /// <summary>The members of a random input.</summary>
    public static JsonObject Members(Random random)
    {
        var input = new JsonObject
        {
            ["name"] = Text(random),
            ["age"] = Integer(random),
            ["score"] = Number(random),
            ["vip"] = random.Next(2) == 0,
            ["tier"] = random.GetItems(["free", "pro", "enterprise"], 1)[0],
            ["born"] = "2024-03-09",
            ["tags"] = List(random, () => Text(random)),
            ["nums"] = List(random, () => Integer(random)),
            ["prices"] =
                random.Next(2) == 0
                    ? new JsonObject { ["apple"] = Number(random) }
                    : new JsonObject { ["pear"] = Number(random), ["apple"] = 2.5 },
            ["home"] = Place(random),
            ["items"] = List(random, () => Item(random)),
        };
        input["meta"] = Anything(random);
        Add(random, input, "extra", () => Anything(random)!);
        Add(random, input, "nick", () => Text(random));
        Add(random, input, "count", () => Integer(random));
        Add(random, input, "ratio", () => Number(random));
        Add(random, input, "ok", () => random.Next(2) == 0);
        Add(random, input, "level", () => random.Next(2) == 0 ? "low" : "high");
        Add(random, input, "seen", () => "2024-03-09T14:05:06.25+02:00");
        Add(random, input, "maybe", () => List(random, () => Text(random)));
        Add(random, input, "work", () => Place(random));
        return input;
    }

    private static void Add(Random random, JsonObject target, string name, Func<JsonNode> value)
    {
        if (random.Next(2) == 0)
        {
            target[name] = value();
        }
    }

    private static JsonNode? Anything(Random random) =>
        JsonNode.Parse(
            random.GetItems(
                [
                    "null",
                    "5",
                    "1.5",
                    "true",
                    "false",
                    "\"x\"",
                    "\"\"",
                    "\"a\\tb\"",
                    "[]",
                    "[1, \"two\", null, [2.5]]",
                    "{}",
                    """{ "a": 1.5, "b": { "c": "d" }, "e-f": null }""",
                    """{ "a": null, "b": 3, "size": "big" }""",
                ],
                1
            )[0]
        );

    private static JsonObject Place(Random random)
    {
        var place = new JsonObject { ["city"] = Text(random) };
        Add(random, place, "zip", () => Text(random));
        return place;
    }

    private static JsonObject Item(Random random)
    {
        // In the order of the schema, as the record writes them.
        var item = new JsonObject { ["id"] = Integer(random), ["title"] = Text(random) };
        Add(random, item, "note", () => Text(random));
        item["done"] = random.Next(2) == 0;
        item["parts"] = List(random, () => Text(random));
        return item;
    }

    private static JsonArray List(Random random, Func<JsonNode> item) => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => item())]);

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static long Integer(Random random) =>
        random.Next(8) == 0 ? random.NextInt64(-5_000_000_000, 5_000_000_000) : random.Next(-3, 12);

    // With a fraction, or JSON would write an integer.
    private static double Number(Random random) =>
        double.Parse(random.GetItems(["0.5", "-1.25", "7.5", "1e21", "1e-7", "3", "-0.5"], 1)[0], CultureInfo.InvariantCulture);

    // What the schema calls a number is a double, whatever JSON writes.
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
            case JsonValue value:
                return name is not ("score" or "ratio" or "price") && value.TryGetValue<long>(out var integer)
                    ? (object)integer
                    : value.GetValue<double>();
            default:
                return null;
        }
    }

    // As Scriban's own parser gives integers.
    private static object ToInteger(long value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : value;
}
