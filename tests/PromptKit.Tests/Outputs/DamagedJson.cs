namespace PromptKit.Tests.Outputs;

/// <summary>Damages JSON as models do, and as nobody does.</summary>
internal static class DamagedJson
{
    private const string Signs = "{}[]\",:'`“”\\/#*\n\t -+.0e1truefalsnN\ud83d\0";

    private static readonly Func<string, Random, string>[] s_damages =
    [
        (json, _) => "Sure, here it is:\n" + json + "\nAnything else?",
        (json, _) => "```json\n" + json + "\n```",
        (json, _) => "```json\n" + json + "\n```\n\n```json\n{\"a\": 1}\n```",
        (json, _) => "{\"answer\": " + json + "}",
        (json, _) => "\uFEFF" + json,
        (json, _) => json.Replace("}", ",}", StringComparison.Ordinal).Replace("]", ",]", StringComparison.Ordinal),
        (json, _) => json.Replace("\",", "\"", StringComparison.Ordinal),
        (json, _) => json.Replace('"', '\''),
        (json, _) => json.Replace("\"", "“", StringComparison.Ordinal),
        (json, _) => json.Replace("true", "True", StringComparison.Ordinal).Replace("null", "None", StringComparison.Ordinal),
        (json, _) => json.Replace("null", "undefined", StringComparison.Ordinal).Replace("false", "False", StringComparison.Ordinal),
        (json, _) => json.Replace(",", ", // and\n", StringComparison.Ordinal),
        (json, _) => json.Replace(":", ": /* so */", StringComparison.Ordinal),
        (json, _) => json.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\u0022", "\"", StringComparison.Ordinal),
        (json, _) => json.Replace("\"text\"", "text", StringComparison.Ordinal).Replace("\"value\"", "Value", StringComparison.Ordinal),
        (json, _) => json.Replace(": 1", ": \"1\"", StringComparison.Ordinal).Replace(":1", ":\"1\"", StringComparison.Ordinal),
        (json, random) => json[..random.Next(json.Length + 1)],
        (json, random) => json[random.Next(json.Length + 1)..],
        (json, random) => json.Length == 0 ? json : json.Remove(random.Next(json.Length), 1),
        (json, random) => json.Insert(random.Next(json.Length + 1), Signs[random.Next(Signs.Length)].ToString()),
        (json, random) => json + json[random.Next(json.Length + 1)..],
    ];

    public static string Damage(string json, Random random) => s_damages[random.Next(s_damages.Length)](json, random);

    /// <summary>Signs in no order.</summary>
    public static string Garbage(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Signs[random.Next(Signs.Length)]));
}
