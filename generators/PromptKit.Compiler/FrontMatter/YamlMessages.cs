namespace PromptKit.Compiler.FrontMatter;

/// <summary>The YAML library's messages in words that say what to do.</summary>
internal static class YamlMessages
{
    private static readonly (string Contains, string Instead)[] Explanations =
    [
        ("invalid mapping", "no key can stand here; check the indentation, or quote the text if it is one"),
        ("did not find expected key", "a key is expected here; check the indentation and the quotes above"),
        ("expected '-' indicator", "a list item ('- …') is expected here; check the indentation"),
        ("cannot start any token", "this character cannot start a value; quote the text"),
        ("did not find expected node content", "a value is expected here; quote the text if it is one"),
        ("wrong indentation", "the closing quote is missing, or the text behind the first line is not indented"),
        ("unknown escape character", "unknown escape; write '\\\\' for a backslash, or use single quotes"),
        ("did not find expected ',' or", "a ',' or the closing bracket is expected here"),
    ];

    /// <summary>What is wrong with <c>key:value</c>; null when the text is nothing like it. A no-break space is no blank either.</summary>
    public static string? MissingBlank(string text)
    {
        var colon = text.IndexOf(':');
        var isKey = colon > 0 && colon < text.Length - 1 && text.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
        return isKey && text[colon + 1] != '/'
            ? $"a ':' needs a blank behind it; write '{text.Substring(0, colon)}: {text.Substring(colon + 1).Trim()}'"
            : null;
    }

    public static string Explain(string message)
    {
        foreach (var (contains, instead) in Explanations)
        {
            if (message.IndexOf(contains, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return instead;
            }
        }

        // "While scanning x, found y." says it in its second half.
        var comma = message.StartsWith("While ", StringComparison.Ordinal) ? message.IndexOf(", ", StringComparison.Ordinal) : -1;
        return message.Substring(comma < 0 ? 0 : comma + 2).TrimEnd('.');
    }
}
