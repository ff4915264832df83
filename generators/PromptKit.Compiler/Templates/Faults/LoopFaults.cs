using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>The head of a <c>for</c>.</summary>
internal static class LoopFaults
{
    private static readonly HashSet<string> Declarations = new(["let", "var", "const", "each", "val"], StringComparer.Ordinal);
    private static readonly HashSet<string> Conditions = new(["if", "where", "when", "unless"], StringComparer.Ordinal);

    public static SyntaxFault? Find(TagTokens tag, int at) => tag.IsStart(at) && tag.WordAt(at) == "for" ? FindInHead(tag, at + 1) : null;

    private static SyntaxFault? FindInHead(TagTokens tag, int first)
    {
        // `for.index`.
        if (tag.Is(first, TokenType.Dot))
        {
            return null;
        }

        if (tag.Is(first, TokenType.OpenParen))
        {
            return Fault(tag, first, "A loop has no parentheses");
        }

        if (Declarations.Contains(tag.WordAt(first)) && tag.WordAt(first + 1) is not ("" or "in"))
        {
            return Fault(tag, first, $"'{tag.WordAt(first)}' is not needed; remove it");
        }

        if (tag.Is(first + 1, TokenType.Comma))
        {
            return Fault(
                tag,
                first + 1,
                "A loop has one variable: an item's number is 'for.index', from 0; a map's item has 'key' and 'value'"
            );
        }

        if (tag.WordAt(first + 1) != "in")
        {
            return first + 1 < tag.Count
                ? Fault(tag, first + 1, $"Write 'in' in place of '{tag.TextAt(first + 1)}'")
                : Fault(tag, first - 1, "This 'for' has no 'in'");
        }

        for (var at = first + 2; at < tag.Count; at++)
        {
            if (FindOption(tag, at) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static SyntaxFault? FindOption(TagTokens tag, int at)
    {
        var word = tag.WordAt(at);
        if (tag.Is(at, TokenType.Colon) && at == tag.Count - 1)
        {
            return tag.WordAt(at - 1) is "limit" or "offset"
                ? Fault(tag, at - 1, $"Write '{tag.WordAt(at - 1)}:' and a number", at)
                : Fault(tag, at, "No ':' ends it; remove it");
        }

        if (word is "limit" or "offset" && tag.TypeAt(at + 1) is TokenType.Integer or TokenType.Equal)
        {
            var value = tag.Is(at + 1, TokenType.Equal) ? at + 2 : at + 1;
            return value < tag.Count
                ? Fault(tag, at, $"Write '{word}:{tag.TextAt(value)}'", value)
                : Fault(tag, at, $"Write '{word}:' and a number", at + 1);
        }

        return Conditions.Contains(word) ? Fault(tag, at, "A loop takes no condition: put an 'if' into it, or 'continue'") : null;
    }

    private static SyntaxFault Fault(TagTokens tag, int at, string remedy, int? last = null) =>
        SyntaxFault.Of(TemplateRules.LoopHead, tag.RangeAt(at, last ?? at), remedy);
}
