using System.Text.Json;

namespace PromptKit.Conformance.Comparing;

/// <summary>Compares JSON by its structure: members in any order, numbers by value, and the lists of JSON Schema that are sets as sets.</summary>
internal static class JsonDifference
{
    private static readonly string[] Sets = ["required", "type"];

    /// <returns>A sentence for each place that differs.</returns>
    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected, actual)
        {
            case (JsonObject expectedMap, JsonObject actualMap):
                return expectedMap
                    .Select(member => member.Key)
                    .Union(actualMap.Select(member => member.Key), StringComparer.Ordinal)
                    .SelectMany(key => BetweenMembers(expectedMap, actualMap, key, path));
            case (JsonArray expectedList, JsonArray actualList) when expectedList.Count == actualList.Count:
                return Sorted(expectedList, path)
                    .Zip(Sorted(actualList, path))
                    .SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]"));
            case (JsonValue, JsonValue) when AreNumbers(expected, actual):
                return Number(expected) == Number(actual) ? [] : [Describe(expected, actual, path)];
            default:
                return JsonNode.DeepEquals(expected, actual) ? [] : [Describe(expected, actual, path)];
        }
    }

    private static IEnumerable<string> BetweenMembers(JsonObject expected, JsonObject actual, string key, string path)
    {
        var inner = path.Length == 0 ? key : $"{path}.{key}";
        return !actual.ContainsKey(key) ? [$"{inner} is missing (expected {Text(expected[key])})"]
            : !expected.ContainsKey(key) ? [$"{inner} is {Text(actual[key])}, and nothing was expected"]
            : Between(expected[key], actual[key], inner);
    }

    private static IEnumerable<JsonNode?> Sorted(JsonArray list, string path) =>
        Sets.Contains(path[(path.LastIndexOf('.') + 1)..], StringComparer.Ordinal) ? list.OrderBy(Text, StringComparer.Ordinal) : list;

    private static bool AreNumbers(JsonNode expected, JsonNode actual) =>
        expected.GetValueKind() == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number;

    private static double Number(JsonNode value) => JsonElement.Parse(value.ToJsonString()).GetDouble();

    private static string Describe(JsonNode? expected, JsonNode? actual, string path) =>
        $"{path} is {Text(actual)}, expected {Text(expected)}";

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
