using System.Text.RegularExpressions;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>Functions written in place, as in other languages or not to their end.</summary>
internal static class FunctionFaults
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["map"] = "array.each",
        ["select"] = "array.each",
        ["filter"] = "array.filter",
        ["where"] = "array.filter",
        ["any"] = "array.any",
        ["some"] = "array.any",
    };

    public static SyntaxFault? Find(TagTokens tag, int at) =>
        IsArrow(tag, at) ? FindArrow(tag, at)
        : tag.WordAt(at) == "do" ? FindInPlace(tag, at)
        : null;

    private static bool IsArrow(TagTokens tag, int at) =>
        tag.IsJoined(at, TokenType.Equal, TokenType.Greater) || tag.IsJoined(at, TokenType.Minus, TokenType.Greater);

    // `x => x.done` or `(x) => x.done`; where the right side does not name what the left one does, it is no function.
    private static SyntaxFault? FindArrow(TagTokens tag, int arrow)
    {
        var hasParenthesis = tag.Is(arrow - 1, TokenType.CloseParen) && tag.Is(arrow - 3, TokenType.OpenParen);
        var (first, name) = hasParenthesis ? (arrow - 3, tag.WordAt(arrow - 2)) : (arrow - 1, tag.WordAt(arrow - 1));
        var (body, last) = (arrow + 2, tag.EndOfPart(arrow + 2));
        if (name.Length == 0 || last < body)
        {
            return null;
        }

        var parameter = new Regex($@"(?<![\w.]){Regex.Escape(name)}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var text = tag.TextAt(body, last);
        if (!parameter.IsMatch(text))
        {
            return null;
        }

        var instead = $"@(do; ret {parameter.Replace(text, "$$0")}; end)";
        if (tag.Is(first - 1, TokenType.OpenParen) && tag.Is(last + 1, TokenType.CloseParen))
        {
            (first, last, instead) = Enclosing(tag, first - 1, last + 1, instead);
        }

        return SyntaxFault.Of(TemplateRules.ForeignFunction, tag.RangeAt(first, last), tag.TextAt(first, last), instead);
    }

    // What of the call around it has to change too: `@(…)`, `items.map(…)`, and `array.map`, which takes the name of a member.
    private static (int First, int Last, string Instead) Enclosing(TagTokens tag, int open, int close, string function)
    {
        var first = tag.Is(open - 1, TokenType.Arroba) ? open - 1 : open;
        var isCalled = first == open && tag.IsJoined(open - 1) && tag.WordAt(open - 1).Length > 0;
        var (name, dot) = isCalled ? (open - 1, open - 2) : (first - 1, first - 2);
        if (tag.Is(dot, TokenType.Dot) && tag.WordAt(dot - 1) == "array")
        {
            return tag.WordAt(name) == "map" ? (dot - 1, close, $"array.each {function}")
                : isCalled ? (open + 1, close - 1, function)
                : (first, close, function);
        }

        var isOfName = isCalled && tag.Is(dot, TokenType.Dot) && tag.WordAt(dot - 1).Length > 0;
        if (!isOfName || !Methods.TryGetValue(tag.WordAt(name), out var method))
        {
            return isCalled ? (open + 1, close - 1, function) : (first, close, function);
        }

        var list = dot - 1;
        while (tag.Is(list - 1, TokenType.Dot) && tag.WordAt(list - 2).Length > 0)
        {
            list -= 2;
        }

        return (list, close, $"{tag.TextAt(list, dot - 1)} | {method} {function}");
    }

    private static SyntaxFault? FindInPlace(TagTokens tag, int start)
    {
        var next = tag.WordAt(start + 1);
        if (next is "ret" or "return")
        {
            return Incomplete(tag, start, "Write ';' behind this 'do'.");
        }

        if (next.Length > 0)
        {
            return SyntaxFault.Of(TemplateRules.FunctionBody, tag.RangeAt(start));
        }

        var last = tag.EndOfPart(start + 1);
        for (var at = start + 1; at <= last; at++)
        {
            if (tag.WordAt(at) == "end")
            {
                return tag.TypeAt(at - 1) is TokenType.SemiColon or TokenType.NewLine
                    ? null
                    : Incomplete(tag, at, "Write ';' before this 'end'.");
            }
        }

        return last + 1 < tag.Count ? Incomplete(tag, last + 1, $"Write '; end' before this '{tag.TextAt(last + 1)}'.") : null;
    }

    private static SyntaxFault Incomplete(TagTokens tag, int at, string remedy) =>
        SyntaxFault.Of(TemplateRules.IncompleteFunction, tag.RangeAt(at), remedy);
}
