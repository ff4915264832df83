using System.Globalization;
using System.Text.Json.Nodes;
using Scriban.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>A random input of <see cref="RandomSchema"/>: as JSON for PromptKit, as Scriban's objects for its interpreter.</summary>
internal sealed record RandomInput(string Json, ScriptObject Model)
{
    private static readonly string[] Optional =
    [
        "nick",
        "count",
        "ratio",
        "ok",
        "level",
        "seen",
        "link",
        "maybe",
        "work",
        "extra",
        "other",
    ];
    private static readonly string[] Kinds = ["circle", "group", "dot"];
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
        "a,b c",
        "<b>ä</b>&",
        "\\d+ $1",
    ];

    private static readonly string[] Anythings =
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
    ];

    public static RandomInput Next(Random random) => Of(Members(random));

    /// <summary>The input with these members.</summary>
    public static RandomInput Of(JsonObject input) => new(input.ToJsonString(), ModelOf(input));

    /// <summary>The members of a random input.</summary>
    public static JsonObject Members(Random random)
    {
        var input = new JsonObject
        {
            ["name"] = Text(random),
            ["age"] = Integer(random),
            ["score"] = Number(random),
            ["vip"] = random.Next(2) == 0,
            ["tier"] = Pick(random, "free", "pro", "enterprise"),
            ["born"] = Pick(random, "2024-03-09", "0001-01-01", "9999-12-31"),
            ["at"] = Pick(random, "14:05:06", "00:00:00", "23:59:59.25"),
            ["site"] = Pick(random, "https://example.com/a?b=c&d#e", "https://exämple.com/ü%20", "HTTP://Example.com"),
            ["code"] = Pick(random, "0f8fad5b-d9cb-469f-a165-70867728950e", "00000000-0000-0000-0000-000000000000"),
            ["tags"] = List(random, () => Text(random)),
            ["nums"] = List(random, () => Integer(random)),
            ["gaps"] = List(random, () => random.Next(3) == 0 ? null : Text(random)),
            ["grid"] = List(random, () => List(random, () => Integer(random))),
            ["prices"] =
                random.Next(2) == 0
                    ? new JsonObject { ["apple"] = Number(random) }
                    : new JsonObject { ["pear"] = Number(random), ["apple"] = 2.5 },
            ["rooms"] = random.Next(2) == 0 ? new JsonObject() : new JsonObject { ["big"] = Room(random), ["a b"] = Room(random) },
            ["home"] = Place(random),
            ["meta"] = Anything(random),
            ["items"] = List(random, () => Item(random)),
            ["photo"] = new JsonObject { ["url"] = "https://example.com/p.png", ["contentType"] = "image/png" },
            ["day"] = Pick(random, "2024-03-09", "2000-02-29", "1999-12-31"),
            ["moment"] = Pick(random, "2024-03-09T14:05:06.25+00:00", "2024-12-31T23:59:59+00:00"),
            ["shape"] = Figure(random),
            ["shapes"] = List(random, () => Figure(random)),
            ["figures"] = random.Next(2) == 0 ? new JsonObject() : new JsonObject { ["b c"] = Figure(random), ["a"] = Figure(random) },
        };
        Add(random, input, "lang", () => Text(random));
        Add(random, input, "extra", () => Anything(random));
        Add(random, input, "nick", () => Text(random));
        Add(random, input, "count", () => Integer(random));
        Add(random, input, "ratio", () => Number(random));
        Add(random, input, "ok", () => random.Next(2) == 0);
        Add(random, input, "level", () => Pick(random, "low", "high"));
        Add(
            random,
            input,
            "seen",
            () => Pick(random, "2024-03-09T14:05:06.25+02:00", "2024-03-09T14:05:06+00:00", "0001-01-01T00:00:00+00:00")
        );
        Add(random, input, "link", () => "https://example.com");
        Add(random, input, "maybe", () => List(random, () => Text(random)));
        Add(random, input, "work", () => Place(random));
        Add(random, input, "other", () => Figure(random));
        return input;
    }

    private static ScriptObject ModelOf(JsonObject input)
    {
        var model = (ScriptObject)ToScriban(input, "")!;
        foreach (var name in Optional.Where(name => !model.ContainsKey(name)))
        {
            model[name] = null;
        }

        model["lang"] ??= "en";
        model["day"] = DateTime.Parse((string)model["day"]!, CultureInfo.InvariantCulture);
        model["moment"] = DateTimeOffset.Parse((string)model["moment"]!, CultureInfo.InvariantCulture).DateTime;
        return model;
    }

    // Left out, or null as such.
    private static void Add(Random random, JsonObject target, string name, Func<JsonNode?> value)
    {
        var which = random.Next(8);
        if (which >= 4)
        {
            target[name] = value();
        }
        else if (which == 0)
        {
            target[name] = null;
        }
    }

    private static JsonNode? Anything(Random random) => JsonNode.Parse(Pick(random, Anythings));

    private static JsonObject Place(Random random)
    {
        var place = new JsonObject { ["city"] = Text(random) };
        AddMember(random, place, "zip", () => Text(random));
        return place;
    }

    private static JsonObject Room(Random random)
    {
        var room = new JsonObject { ["beds"] = Integer(random) };
        AddMember(random, room, "note", () => Text(random));
        return room;
    }

    private static JsonObject Item(Random random)
    {
        // In the order of the schema, as the record writes them.
        var item = new JsonObject { ["id"] = Integer(random), ["title"] = Text(random) };
        AddMember(random, item, "note", () => Text(random));
        item["done"] = random.Next(2) == 0;
        item["due"] = Pick(random, "2024-03-09", "1999-12-31");
        item["price"] = Number(random);
        item["kind"] = Pick(random, "free", "pro");
        item["parts"] = List(random, () => Text(random));
        return item;
    }

    // One of the cases of `figure`, its members in the order of the schema.
    private static JsonObject Figure(Random random)
    {
        var which = random.Next(3);
        var figure = new JsonObject
        {
            ["kind"] = Kinds[which],
            ["name"] = Text(random),
            ["done"] = random.Next(2) == 0,
        };
        switch (which)
        {
            case 0:
                figure["radius"] = Number(random);
                figure["tone"] = Pick(random, "light", "dark");
                figure["stamp"] = Pick(random, "2024-03-09", "1999-12-31");
                break;
            case 1:
                AddMember(random, figure, "tone", () => Pick(random, "loud", "mute"));
                figure["count"] = Integer(random);
                figure["parts"] = List(random, () => Text(random));
                figure["stamp"] = Pick(random, "https://example.com/a?b", "urn:x:y");
                figure["note"] = random.Next(2) == 0 ? null : Text(random);
                AddMember(random, figure, "spot", () => Spot(random));
                break;
            default:
                AddMember(random, figure, "radius", () => Number(random));
                figure["tone"] = Text(random);
                figure["count"] = Integer(random);
                figure["stamp"] = Pick(random, "old", "new");
                break;
        }

        return figure;
    }

    private static JsonObject Spot(Random random)
    {
        var spot = new JsonObject { ["x"] = Integer(random) };
        AddMember(random, spot, "y", () => Number(random));
        return spot;
    }

    // What is absent is not printed where a null would be, and which of both it was a record does not keep.
    private static void AddMember(Random random, JsonObject target, string name, Func<JsonNode?> value)
    {
        if (random.Next(2) == 0)
        {
            target[name] = value();
        }
    }

    private static JsonArray List(Random random, Func<JsonNode?> item) => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => item())]);

    private static string Pick(Random random, params IReadOnlyList<string> values) => values[random.Next(values.Count)];

    private static string Text(Random random) => Pick(random, Texts);

    private static long Integer(Random random) =>
        random.Next(8) == 0 ? random.NextInt64(-5_000_000_000, 5_000_000_000) : random.Next(-3, 12);

    private static double Number(Random random) =>
        double.Parse(Pick(random, "0.5", "-1.25", "7.5", "1e21", "1e-7", "3", "-0.5", "0", "2.675"), CultureInfo.InvariantCulture);

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
                return name is not ("score" or "ratio" or "price" or "radius" or "y") && value.TryGetValue<long>(out var integer)
                    ? ToInteger(integer)
                    : value.GetValue<double>();
            default:
                return null;
        }
    }

    // As Scriban's own parser gives integers.
    private static object ToInteger(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;
}
