using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Types;

/// <summary>Values of random schemas are the same after they were written and read.</summary>
public sealed class RoundTripTests
{
    private const int Schemas = 20;
    private const int ValuesASchema = 20;

    [Fact]
    public void WhatIsReadAndWrittenIsTheSameJson_AndEqual()
    {
        var random = TestSeed.For(nameof(RoundTripTests));
        var schemas = Enumerable.Range(0, Schemas * TestSeed.Scale).Select(_ => RandomSchema.Object(random)).ToList();
        var project = schemas
            .Select((schema, index) => (schema, index))
            .Aggregate(
                new TestProject(),
                (all, item) => all.Add($"p{item.index}.prompt", $"---\ninput:\n  schema:\n{item.schema.Yaml}---\nHello\n")
            );
        using var assembly = project.Silence("PK4104").Run().Load();
        for (var index = 0; index < schemas.Count; index++)
        {
            var type = assembly.Assembly.GetType($"App.P{index}Input")!;
            var info = (JsonTypeInfo)type.GetProperty("JsonTypeInfo")!.GetValue(obj: null)!;
            for (var i = 0; i < ValuesASchema; i++)
            {
                var json = schemas[index].Value(random).ToJsonString();
                Check(type, info, json, $"{TestSeed.Describe(index)}\n{schemas[index].Yaml}\n{json}");
            }
        }
    }

    private static void Check(Type type, JsonTypeInfo info, string json, string what)
    {
        var value = JsonSerializer.Deserialize(json, info)!;
        var written = JsonSerializer.Serialize(value, info);
        var again = JsonSerializer.Deserialize(written, type)!;
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)), $"{what}\nbecame\n{written}");
        Assert.True(value.Equals(again) && value.GetHashCode() == again.GetHashCode(), $"{what}\nis not equal to itself, read again");
    }

    /// <summary>A schema in Picoschema, and values that fit it.</summary>
    private sealed record RandomSchema(string Yaml, Func<Random, JsonNode> Value)
    {
        private static readonly (string Type, Func<Random, JsonNode> Value)[] Scalars =
        [
            ("string", random => Text(random)),
            ("integer", random => random.NextInt64(long.MinValue, long.MaxValue)),
            ("number", random => random.NextDouble() * Math.Pow(10, random.Next(-20, 20))),
            ("boolean", random => random.Next(2) == 0),
            ("date", random => DateOnly.FromDayNumber(random.Next(3_000_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("guid", random => new Guid(random.GetItems<byte>([.. Enumerable.Range(0, 256).Select(i => (byte)i)], 16)).ToString()),
            ("uri", random => $"https://x.test/{random.Next()}?q=a%20b"),
            ("any", random => new JsonObject { [Text(random)] = new JsonArray(random.Next(), null, true) }),
        ];

        public static RandomSchema Object(Random random, int depth = 0)
        {
            var members = Enumerable
                .Range(0, random.Next(1, 5))
                .Select(i => (Name: $"m{i}", Optional: random.Next(3) == 0, Schema: Member(random, depth)))
                .ToList();
            var indent = new string(' ', 4 + (depth * 2));
            return new RandomSchema(
                string.Concat(members.Select(member => $"{indent}{member.Name}{(member.Optional ? "?" : "")}{member.Schema.Yaml}")),
                values =>
                {
                    var node = new JsonObject();
                    foreach (var member in members.Where(member => !member.Optional || values.Next(2) == 0))
                    {
                        node[member.Name] = member.Schema.Value(values);
                    }

                    return node;
                }
            );
        }

        private static RandomSchema Member(Random random, int depth)
        {
            var scalar = Scalars[random.Next(Scalars.Length)];
            switch (random.Next(depth < 2 ? 6 : 3))
            {
                case 0:
                    return new RandomSchema("(enum): [low, very high, '3']\n", values => new[] { "low", "very high", "3" }[values.Next(3)]);
                case 1:
                    return new RandomSchema($"(array): {scalar.Type}\n", values => List(values, scalar.Value));
                case 3:
                    var item = Object(random, depth + 1);
                    return new RandomSchema($"(array):\n{item.Yaml}", values => List(values, item.Value));
                case 4:
                    var inner = Object(random, depth + 1);
                    return new RandomSchema($"(object):\n{inner.Yaml}", inner.Value);
                case 5:
                    var indent = new string(' ', 6 + (depth * 2));
                    return new RandomSchema(
                        $"(object):\n{indent}(*): {scalar.Type}\n",
                        values => new JsonObject(
                            Enumerable
                                .Range(0, values.Next(3))
                                .Select(i => KeyValuePair.Create($"{Text(values)}{i}", (JsonNode?)scalar.Value(values)))
                        )
                    );
                default:
                    return new RandomSchema($": {scalar.Type}\n", scalar.Value);
            }
        }

        private static JsonArray List(Random random, Func<Random, JsonNode> item) =>
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => item(random))];

        private static string Text(Random random) =>
            string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Letters[random.Next(Letters.Length)]));

        private static readonly string[] Letters = ["a", "B", " ", "\"", "\\", "\n", "é", "😀", "<", "{", "\u2028", "\0"];
    }
}
