using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>Operators and quotes of other languages.</summary>
internal static class OperatorFaults
{
    private static readonly (TokenType First, TokenType Second, string Instead)[] Pairs =
    [
        (TokenType.DoubleEqual, TokenType.Equal, "'=='"),
        (TokenType.ExclamationEqual, TokenType.Equal, "'!='"),
        (TokenType.Equal, TokenType.Exclamation, "'!='"),
        (TokenType.Less, TokenType.Greater, "'!='"),
        (TokenType.Equal, TokenType.Greater, "'>='"),
        (TokenType.Equal, TokenType.Less, "'<='"),
        (TokenType.Minus, TokenType.Greater, "'.'"),
        (TokenType.Colon, TokenType.Colon, "'.'"),
        (TokenType.Exclamation, TokenType.Dot, "'?.', or ask for the value in an 'if'"),
        (TokenType.Question, TokenType.Colon, "'??'"),
        (TokenType.Colon, TokenType.Equal, "'='"),
        (TokenType.Asterisk, TokenType.Asterisk, "the product, 'x * x'"),
    ];

    public static SyntaxFault? Find(TagTokens tag, int at)
    {
        foreach (var (first, second, instead) in Pairs)
        {
            if (tag.IsJoined(at, first, second))
            {
                return SyntaxFault.Of(TemplateRules.ForeignOperator, tag.RangeAt(at, at + 1), tag.TextAt(at, at + 1), $"Write {instead}.");
            }
        }

        return tag.TypeAt(at) switch
        {
            TokenType.Amp => Foreign(tag, at, "Write '&&', or '+' between texts."),
            TokenType.TripleDot => Foreign(tag, at, "A range is '1..3', or '1..<3' without its end."),
            TokenType.Invalid => FindInvalid(tag, at),
            TokenType.Dot when at == 0 => Syntax(tag, at, "A name does not start with '.'. Write it alone."),
            TokenType.Dot when tag.Is(at + 1, TokenType.Integer) => Index(tag, at, at + 1, tag.TextAt(at + 1)),
            TokenType.Dot when tag.Is(at + 1, TokenType.OpenBracket) => Syntax(tag, at, "No '.' stands before '['. Write 'list[0]'."),
            TokenType.IdentifierSpecial when tag.IsJoined(at, TokenType.IdentifierSpecial, TokenType.OpenBrace) => Foreign(
                tag,
                at,
                "Write the name alone; in a text, '$\"… {name} …\"'."
            ),
            TokenType.Question when !HasColon(tag, at) => Syntax(
                tag,
                at,
                "This '?' has no ':'. Write both values, 'condition ? one : other'."
            ),
            _ => null,
        };
    }

    private static SyntaxFault? FindInvalid(TagTokens tag, int at) =>
        tag.TextAt(at) switch
        {
            "“" or "”" or "„" or "«" or "»" or "‘" or "’" or "‚" => SyntaxFault.Of(
                TemplateRules.ForeignQuote,
                tag.RangeAt(at),
                tag.TextAt(at)
            ),
            "~" => Foreign(tag, at, "Write '+'."),
            _ => null,
        };

    private static bool HasColon(TagTokens tag, int at)
    {
        for (var next = at + 1; next < tag.Count; next++)
        {
            if (tag.Is(next, TokenType.Colon))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxFault Index(TagTokens tag, int first, int last, string index) =>
        SyntaxFault.Of(TemplateRules.ForeignOperator, tag.RangeAt(first, last), tag.TextAt(first, last), $"Write '[{index}]'.");

    private static SyntaxFault Syntax(TagTokens tag, int at, string message) =>
        SyntaxFault.Of(TemplateRules.Syntax, tag.RangeAt(at), message);

    private static SyntaxFault Foreign(TagTokens tag, int at, string remedy) =>
        SyntaxFault.Of(TemplateRules.ForeignOperator, tag.RangeAt(at), tag.TextAt(at), remedy);
}
