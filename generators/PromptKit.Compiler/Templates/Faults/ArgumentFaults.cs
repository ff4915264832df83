using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>Arguments as other languages separate them.</summary>
internal static class ArgumentFaults
{
    public static SyntaxFault? Find(TagTokens tag, int at) =>
        tag.TypeAt(at) switch
        {
            TokenType.Colon when IsInIndex(tag, at) => SyntaxFault.Of(
                TemplateRules.ForeignOperator,
                tag.RangeAt(at),
                ":",
                "Write 'array.limit', 'array.offset' or 'string.slice' for a part."
            ),
            TokenType.Colon when IsBehindFunction(tag, at) => SyntaxFault.Of(
                TemplateRules.ArgumentSeparator,
                tag.RangeAt(at),
                ":",
                "behind a function"
            ),
            TokenType.Comma when !IsInBrackets(tag, at) => SyntaxFault.Of(
                TemplateRules.ArgumentSeparator,
                tag.RangeAt(at),
                ",",
                "between values"
            ),
            _ => null,
        };

    // `array.join: ", "`, not `limit: 3`.
    private static bool IsBehindFunction(TagTokens tag, int at) =>
        tag.WordAt(at - 1).Length > 0 && (tag.Is(at - 2, TokenType.Dot) || tag.TypeAt(at - 2) is TokenType.VerticalBar);

    private static bool IsInIndex(TagTokens tag, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            switch (tag.TypeAt(before))
            {
                case TokenType.OpenBracket:
                    return true;
                case TokenType.CloseBracket or TokenType.OpenParen or TokenType.OpenBrace or TokenType.Question:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    private static bool IsInBrackets(TagTokens tag, int at)
    {
        var depth = 0;
        for (var before = 0; before < at; before++)
        {
            depth += tag.TypeAt(before) switch
            {
                TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace => 1,
                TokenType.CloseParen or TokenType.CloseBracket or TokenType.CloseBrace => -1,
                _ => 0,
            };
        }

        return depth > 0;
    }
}
