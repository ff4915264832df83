using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Checks the keywords of one JSON Schema object: their names, their values, and that they belong to the type.</summary>
internal static class JsonKeywordCheck
{
    /// <returns>False when something is wrong; the diagnostics say what.</returns>
    public static bool Check(MapNode schema, SchemaContext context)
    {
        var errors = context.Diagnostics.Count;
        foreach (var entry in schema.Entries)
        {
            CheckKeyword(entry, context);
        }

        foreach (var (least, greatest) in JsonSchemaKeywords.Limits)
        {
            CheckLimits(schema, least, greatest, context);
        }

        CheckFormat(schema["format"] as ScalarNode, context);
        return context.Diagnostics.Count == errors;
    }

    /// <returns>False when a keyword belongs to another type.</returns>
    public static bool CheckType(MapNode schema, string type, SchemaContext context)
    {
        var errors = context.Diagnostics.Count;
        foreach (var entry in schema.Entries)
        {
            if (
                JsonSchemaKeywords.Supported.TryGetValue(entry.Key.Value, out var keyword)
                && keyword.ForType.Length > 0
                && keyword.ForType != (type == "integer" ? "number" : type)
            )
            {
                context.Refuse(SchemaRules.KeywordOfOtherType, entry.Key, entry.Key.Value, NameOf(keyword.ForType), NameOf(type));
            }
        }

        return context.Diagnostics.Count == errors;
    }

    private static string NameOf(string type) => type is "object" or "array" or "integer" ? $"an {type}" : $"a {type}";

    private static void CheckKeyword(MapEntry entry, SchemaContext context)
    {
        var keyword = entry.Key.Value;
        if (JsonSchemaKeywords.Unsupported.TryGetValue(keyword, out var remedy))
        {
            context.Refuse(SchemaRules.UnsupportedKeyword, entry.Key, keyword, remedy);
        }
        else if (!JsonSchemaKeywords.Supported.TryGetValue(keyword, out var known))
        {
            if (!keyword.StartsWith("x-", StringComparison.Ordinal))
            {
                var suggestion = Spelling.Suggest(keyword, JsonSchemaKeywords.Supported.Keys);
                context.Refuse(
                    SchemaRules.UnknownKeyword,
                    entry.Key,
                    keyword,
                    suggestion.Length > 0 ? suggestion : " A member goes under 'properties'; an annotation of your own starts with 'x-'."
                );
            }
        }
        else if (Expected(known.Value, entry.Value) is { } expected)
        {
            var range = entry.Value.Range.Length > 0 ? entry.Value.Range : entry.Key.Range;
            context.Refuse(SchemaRules.BadKeywordValue, range, keyword, expected, entry.Value.Kind);
        }
    }

    private static void CheckLimits(MapNode schema, string least, string greatest, SchemaContext context)
    {
        if (
            (schema[least] as ScalarNode)?.AsNumber() is { } minimum
            && schema[greatest] is ScalarNode maximum
            && maximum.AsNumber() < minimum
        )
        {
            context.Refuse(SchemaRules.BadKeywordValue, maximum, greatest, $"at least '{least}'", maximum.Value);
        }
    }

    // JSON Schema allows formats of one's own; one that is nearly a standard one was meant to be that.
    private static void CheckFormat(ScalarNode? format, SchemaContext context)
    {
        if (
            format is not null
            && !JsonSchemaKeywords.Formats.Contains(format.Value)
            && Spelling.Closest(format.Value, JsonSchemaKeywords.Formats) is { } closest
        )
        {
            context.Refuse(SchemaRules.BadKeywordValue, format, "format", $"'{closest}' or another known format", $"'{format.Value}'");
        }
    }

    // Null when the value is right.
    private static string? Expected(KeywordValue value, FrontMatterNode node) =>
        value switch
        {
            KeywordValue.Text when node is not ScalarNode { IsString: true } => "a string",
            KeywordValue.Boolean when node is not ScalarNode { IsBoolean: true } => "true or false",
            KeywordValue.Number when node is not ScalarNode { IsNumber: true } => "a number",
            KeywordValue.Count when (node as ScalarNode)?.AsInteger() is not >= 0 => "an integer of at least 0",
            KeywordValue.List when node is not ListNode => "a list",
            KeywordValue.Map when node is not MapNode => "a map",
            _ => null,
        };
}
