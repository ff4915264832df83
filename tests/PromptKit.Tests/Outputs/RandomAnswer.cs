using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptKit.Tests.Outputs;

/// <summary>Makes random answers of the prompt <c>everything</c>, as JSON.</summary>
internal sealed class RandomAnswer(Random random)
{
    private static readonly string[] s_texts =
    [
        "",
        "x",
        "a \"quoted\" word",
        "it's",
        "two\nlines\tand a tab",
        "a, b: {c} [d]",
        "// no comment",
        "# none either",
        "```json",
        "\\d+\\",
        "None",
        "日本語 😀",
        "“typographic”",
        "\u0001\u007f",
        "trailing \"",
        "\", \"b\": \"",
    ];

    public string Everything()
    {
        var answer = new JsonObject { ["text"] = Text(), ["maybe"] = Maybe(() => Whole()) };
        AddSome(
            answer,
            ("whole", Whole),
            ("number", () => random.NextDouble() * 1e6),
            ("flag", () => random.Next(2) == 0),
            ("day", () => $"20{random.Next(10, 99)}-0{random.Next(1, 9)}-1{random.Next(9)}"),
            ("moment", () => $"2026-03-0{random.Next(1, 9)}T14:05:0{random.Next(9)}Z"),
            ("time", () => $"1{random.Next(9)}:05:00"),
            ("link", () => $"https://example.com/{random.Next()}?a=[b]"),
            ("id", () => new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString()),
            ("anything", () => Anything(3)),
            ("level", () => random.Next(1, 4)),
            ("scores", () => Map(Whole)),
            ("notes", () => Map(Text)),
            ("matrix", () => List(() => List(() => random.Next(100)))),
            ("holes", () => List(() => Maybe(Whole))),
            ("size", Text),
            ("node", () => Node(4))
        );
        var options = new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 };
        return answer.ToJsonString(options);
    }

    private void AddSome(JsonObject answer, params (string Name, Func<JsonNode?> Make)[] members)
    {
        random.Shuffle(members);
        foreach (var (name, make) in members.Take(random.Next(members.Length + 1)))
        {
            answer[name] = make();
        }
    }

    private JsonNode Text() => s_texts[random.Next(s_texts.Length)] + (random.Next(4) == 0 ? s_texts[random.Next(s_texts.Length)] : "");

    private JsonNode Whole() => random.NextInt64(-1_000_000, 1_000_000);

    private JsonNode? Maybe(Func<JsonNode?> make) => random.Next(3) == 0 ? null : make();

    private JsonArray List(Func<JsonNode?> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    private JsonObject Map(Func<JsonNode?> make) =>
        new(Enumerable.Range(0, random.Next(4)).Select(index => KeyValuePair.Create($"key {index}", make())));

    private JsonNode? Anything(int depth) =>
        random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => null,
            1 => Text(),
            2 => Whole(),
            3 => random.Next(2) == 0,
            4 => List(() => Anything(depth - 1)),
            _ => Map(() => Anything(depth - 1)),
        };

    private JsonObject Node(int depth)
    {
        var node = new JsonObject { ["value"] = Whole() };
        if (depth > 0 && random.Next(2) == 0)
        {
            node["next"] = Node(depth - 1);
        }

        if (depth > 0 && random.Next(3) == 0)
        {
            node["children"] = List(() => Node(depth - 1));
        }

        return node;
    }
}
