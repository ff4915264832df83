using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Checks that a template can read every input by its name.</summary>
internal static class InputNames
{
    // Scriban's keywords, and the statements and functions of prompts.
    private static readonly string[] Keywords =
    [
        "if",
        "else",
        "end",
        "for",
        "case",
        "when",
        "while",
        "break",
        "continue",
        "func",
        "import",
        "readonly",
        "with",
        "capture",
        "ret",
        "wrap",
        "do",
        "in",
        "tablerow",
        "this",
        "true",
        "false",
        "null",
        "empty",
    ];

    /// <summary>The statements and functions of prompts.</summary>
    public static IReadOnlyList<string> Statements { get; } = ["role", "history", "media", "json", "include"];

    public static void Check(ObjectType type, FrontMatterNode schema, SchemaContext context)
    {
        foreach (var name in type.Members.Select(member => member.Name))
        {
            if (Reason(name) is { } reason)
            {
                context.Refuse(SchemaRules.BadInputName, RangeOf(name, schema), name, reason, Instead(name));
            }
        }
    }

    /// <summary>Where each member of an input stands.</summary>
    public static IReadOnlyDictionary<string, TextRange> RangesIn(MapNode schema)
    {
        var ranges = new Dictionary<string, TextRange>(StringComparer.Ordinal);
        foreach (var key in (schema["properties"] as MapNode ?? schema).Entries.Select(entry => entry.Key))
        {
            var end = key.Value.IndexOfAny(['?', '(']);
            var name = end < 0 ? key.Value : key.Value.Substring(0, end);
            ranges[name] = key.IsPlain && end > 0 ? new TextRange(key.Range.Start, key.Range.Start + end) : key.Range;
        }

        return ranges;
    }

    private static string? Reason(string name) =>
        Keywords.Contains(name) ? "it is a keyword of templates"
        : Statements.Contains(name) ? "it is a statement or function of prompts"
        : name.Length == 0 || !(name[0] == '_' || char.IsLetter(name[0])) ? "a name starts with a letter or '_'"
        : !name.All(c => c == '_' || char.IsLetterOrDigit(c)) ? "a name holds letters, digits and '_'"
        : null;

    private static string Instead(string name)
    {
        var letters = new string(name.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray()).Trim('_');
        return letters.Length == 0 || !char.IsLetter(letters[0]) ? "value_" + letters
            : letters == name ? name + "_value"
            : letters;
    }

    // The member's key: in Picoschema itself, in JSON Schema under `properties`.
    private static TextRange RangeOf(string name, FrontMatterNode schema)
    {
        var map = (schema as MapNode)?["properties"] as MapNode ?? schema as MapNode;
        var key = map?.Entries.Select(entry => entry.Key).FirstOrDefault(key => key.Value == name || StartsWithName(key.Value, name));
        return key is null ? schema.Range
            : key.IsPlain && key.Value.Length > name.Length ? new TextRange(key.Range.Start, key.Range.Start + name.Length)
            : key.Range;
    }

    private static bool StartsWithName(string key, string name) =>
        key.StartsWith(name, StringComparison.Ordinal) && key.Length > name.Length && key[name.Length] is '?' or '(';
}
