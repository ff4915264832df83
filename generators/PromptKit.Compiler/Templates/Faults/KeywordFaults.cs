using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>Words that were meant to open a block, and so leave an <c>end</c> too many.</summary>
internal static class KeywordFaults
{
    private static readonly string[] Openers = ["if", "for", "while", "case", "capture"];

    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["each"] = "Write {{ for item in list }}.",
        ["loop"] = "Write {{ for item in list }}.",
        ["repeat"] = "Write {{ for i in 1..10 }}.",
        ["switch"] = "Write {{ case value }}, and {{ when … }} in it.",
        ["match"] = "Write {{ case value }}, and {{ when … }} in it.",
        ["function"] = "Text that is used more than once is a partial: {{ include \"name\" }}.",
        ["macro"] = "Text that is used more than once is a partial: {{ include \"name\" }}.",
        ["block"] = "Text that is used more than once is a partial: {{ include \"name\" }}.",
        ["section"] = "Write {{ if value }}, or {{ for item in list }}.",
        ["try"] = "Nothing is caught in a template; ask with 'if'.",
    };

    /// <summary>The word nearest before a stray <c>end</c>, <c>else</c> or <c>when</c> that was meant to open its block.</summary>
    public static SyntaxFault? FindOpener(IReadOnlyList<TagTokens> tags, TextRange end)
    {
        foreach (var tag in tags.Reverse().SkipWhile(tag => tag.Range.Start > end.Start))
        {
            if (RemedyOf(tag) is { } remedy)
            {
                return SyntaxFault.Of(TemplateRules.MisspeltKeyword, tag.RangeAt(0), tag.TextAt(0), remedy);
            }
        }

        return null;
    }

    private static string? RemedyOf(TagTokens tag)
    {
        var word = tag.WordAt(0);
        if (word.Length == 0 || Openers.Contains(word))
        {
            return null;
        }

        if (Foreign.TryGetValue(word, out var remedy) && tag.TypeAt(1) is not (TokenType.Equal or TokenType.Dot or TokenType.VerticalBar))
        {
            return remedy;
        }

        // A value behind it, as behind a keyword.
        var hasValue = tag.TypeAt(1) is TokenType.Identifier or TokenType.OpenParen or TokenType.Exclamation or TokenType.IdentifierSpecial;
        return hasValue && Spelling.Closest(word, Openers) is { } closest ? $"Did you mean '{closest}'?" : null;
    }
}
