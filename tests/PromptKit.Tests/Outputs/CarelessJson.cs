using System.Text.Json.Nodes;

namespace PromptKit.Tests.Outputs;

/// <summary>Writes answers of the prompt <c>everything</c> as models do: wrong in many ways, and none of them loses anything.</summary>
internal sealed class CarelessJson(Random random)
{
    private static readonly HashSet<string> s_wholes = new(StringComparer.Ordinal) { "whole", "maybe", "level", "value" };
    private static readonly HashSet<string> s_maps = new(StringComparer.Ordinal) { "scores", "notes" };

    public string Write(JsonObject answer) => Surround(Cut(Object(answer, isRecord: true)));

    private bool Sometimes() => random.Next(6) == 0;

    private string Any(params string[] spellings) => spellings[random.Next(spellings.Length)];

    private string Surround(string json) =>
        random.Next(8) switch
        {
            0 => "\uFEFF" + json,
            1 => "Sure, here it is:\n" + json + (IsWhole(json) ? "\nAnything else?" : ""),
            2 => "```json\n" + json + "\n```",
            3 => "```\n" + json + "\n```\nDone.",
            4 => "```json\n{\"a\": 1}\n```\nThat was a draft. It is:\n```json\n" + json + "\n```",
            5 => "<think>{\"text\": ...}</think>\n" + json,
            _ => json,
        };

    // As long as nothing is lost: a number may go on.
    private string Cut(string json) => Sometimes() && json.Length > 2 && json[^2] is '}' or ']' ? json[..^1] : json;

    private static bool IsWhole(string json) => json.Count(c => c == '{') == json.Count(c => c == '}');

    private string Value(JsonNode? value, string? name) =>
        value switch
        {
            null => Any("null", "None", "undefined", "NULL"),
            JsonObject map => Object(map, isRecord: name == "node"),
            JsonArray list => Enclose("[", list.Select(item => Value(item, name == "children" ? "node" : null)), "]"),
            JsonValue scalar when scalar.TryGetValue<string>(out var text) => Text(text),
            JsonValue scalar when scalar.GetValueKind() is System.Text.Json.JsonValueKind.Number => Number(scalar.ToJsonString(), name),
            _ => Flag(value.GetValue<bool>(), name),
        };

    private string Object(JsonObject members, bool isRecord) =>
        Enclose("{", members.Select(member => Name(member.Key, isRecord) + ":" + Gap() + Member(member.Key, member.Value, isRecord)), "}");

    private string Member(string name, JsonNode? value, bool isRecord) =>
        isRecord && s_maps.Contains(name) && value is JsonObject map
            ? Enclose("{", map.Select(entry => Text(entry.Key) + ": " + Value(entry.Value, name == "scores" ? "value" : null)), "}")
            : Value(value, isRecord ? name : null);

    private string Enclose(string opening, IEnumerable<string> parts, string closing)
    {
        var text = opening + Gap();
        string? before = null;
        foreach (var part in parts)
        {
            text += before is null ? "" : Comma(before, part);
            text += Gap() + part + Gap();
            before = part;
        }

        return text + (before is not null && Sometimes() ? "," : "") + Gap() + closing;
    }

    // In a list, a word or number behind a text may be one of the text.
    private string Comma(string before, string after) =>
        "\"'”".Contains(before[^1], StringComparison.Ordinal)
        && char.IsLetterOrDigit(after.TrimStart('-')[0])
        && !after.Contains(':', StringComparison.Ordinal)
            ? ","
            : Any(",", ",", ",", ", ", "\n");

    private string Gap() =>
        random.Next(12) switch
        {
            0 => " /* so */ ",
            1 => " // and\n",
            2 => "\n",
            3 => " ",
            _ => "",
        };

    private string Name(string name, bool isRecord)
    {
        if (!isRecord)
        {
            return Text(name) + Gap();
        }

        var spelling = Sometimes() ? Any(name.ToUpperInvariant(), char.ToUpperInvariant(name[0]) + name[1..]) : name;

        // A word alone in its line may be one of the text before it.
        return Any($"\"{spelling}\"{Gap()}", $"\"{spelling}\"{Gap()}", $"'{spelling}'{Gap()}", spelling + Any("", "", " ", " /* so */ "));
    }

    private string Text(string text)
    {
        var json = JsonValue.Create(text).ToJsonString(s_relaxed)[1..^1];
        var isPlain = !text.Any(c => "\"'“”‘’\\".Contains(c, StringComparison.Ordinal));
        return random.Next(6) switch
        {
            0 when isPlain => $"'{json}'",
            1 when isPlain => $"“{json}”",
            2 => "\"" + json.Replace("\\n", "\n", StringComparison.Ordinal) + "\"",
            _ => $"\"{json}\"",
        };
    }

    private string Number(string digits, string? name)
    {
        if (name is null || !Sometimes())
        {
            return digits;
        }

        return s_wholes.Contains(name) ? Any($"\"{digits}\"", $"{digits}.0", $"\"{Grouped(digits)}\"")
            : name == "number" ? $"\"{digits}\""
            : digits;
    }

    private static string Grouped(string digits) =>
        long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            .ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    private string Flag(bool value, string? name) =>
        name == "flag" && Sometimes()
            ? value
                ? Any("\"yes\"", "\"true\"", "1")
                : Any("\"No\"", "\"False\"", "0")
            : value
                ? Any("true", "True", "TRUE")
                : Any("false", "False");

    private static readonly System.Text.Json.JsonSerializerOptions s_relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
