namespace PromptKit.Conformance.Specification;

/// <summary>Reads the suites of a YAML file.</summary>
internal static class SpecReader
{
    private static readonly string[] SuiteKeys =
    [
        "name",
        "template",
        "data",
        "schemas",
        "resolverSchemas",
        "partials",
        "resolverPartials",
        "tests",
    ];

    private static readonly string[] TestKeys = ["desc", "data", "options", "expect"];

    public static IReadOnlyList<SpecCase> Read(string fileName, string yaml)
    {
        if (YamlJson.Parse(yaml) is not JsonArray suites)
        {
            throw new InvalidDataException($"{fileName} is no list of suites.");
        }

        return [.. suites.OfType<JsonObject>().SelectMany(suite => ReadSuite(fileName, suite))];
    }

    private static IEnumerable<SpecCase> ReadSuite(string fileName, JsonObject suite)
    {
        var name = (string)suite["name"]!;
        var shared = Map(suite, "data");
        var tests = suite["tests"]!.AsArray().OfType<JsonObject>().ToList();
        var data = tests.ConvertAll(test => Merge(shared, Map(test, "data")));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, test) in tests.Index())
        {
            var description = (string?)test["desc"] ?? "matches";
            var count = counts[description] = counts.GetValueOrDefault(description) + 1;
            yield return new SpecCase(fileName, name, count == 1 ? description : $"{description} #{count}", (string)suite["template"]!)
            {
                Schemas = Merge(Map(suite, "resolverSchemas"), Map(suite, "schemas")),
                Partials = Merge(Map(suite, "resolverPartials"), Map(suite, "partials")),
                Data = data[index],
                DataOfSuite = data,
                Options = Map(test, "options"),
                Expected = Map(test, "expect"),
                UnknownKey = Unknown(suite, SuiteKeys) ?? Unknown(test, TestKeys),
            };
        }
    }

    private static JsonObject Map(JsonObject parent, string key) => parent[key] as JsonObject ?? [];

    private static JsonObject Merge(JsonObject first, JsonObject second)
    {
        var merged = (JsonObject)first.DeepClone();
        foreach (var (key, value) in second)
        {
            merged[key] = value?.DeepClone();
        }

        return merged;
    }

    private static string? Unknown(JsonObject map, string[] known) =>
        map.Select(entry => entry.Key).Except(known, StringComparer.Ordinal).FirstOrDefault();
}
