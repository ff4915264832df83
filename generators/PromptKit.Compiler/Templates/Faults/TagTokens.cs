using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>The tokens of one tag, between its <c>{{</c> and its <c>}}</c>.</summary>
internal sealed class TagTokens(PromptText text, TextRange range, IReadOnlyList<Token> tokens)
{
    /// <summary>From <c>{{</c> to <c>}}</c>.</summary>
    public TextRange Range => range;

    public int Count => tokens.Count;

    public static IEnumerable<TagTokens> In(PromptText text, TextRange body)
    {
        var start = -1;
        var tokens = new List<Token>();
        foreach (var token in new Lexer(text.Content, text.Path, TemplateParser.StartAt(text, body)))
        {
            if (token.Type == TokenType.CodeEnter)
            {
                (start, tokens) = (token.Start.Offset, []);
            }
            else if (token.Type == TokenType.CodeExit && start >= 0)
            {
                yield return new TagTokens(text, new TextRange(start, token.End.Offset + 1), tokens);
                start = -1;
            }
            else if (start >= 0)
            {
                tokens.Add(token);
            }
        }
    }

    /// <summary>The type at <paramref name="at"/>; <see cref="TokenType.Eof"/> outside of the tag.</summary>
    public TokenType TypeAt(int at) => at >= 0 && at < tokens.Count ? tokens[at].Type : TokenType.Eof;

    public bool Is(int at, TokenType type) => TypeAt(at) == type;

    /// <summary>Whether these tokens stand there without blanks between them.</summary>
    public bool IsJoined(int at, TokenType first, TokenType second) => Is(at, first) && Is(at + 1, second) && IsJoined(at);

    /// <summary>Whether the next token follows without a blank.</summary>
    public bool IsJoined(int at) => at >= 0 && at + 1 < tokens.Count && tokens[at].End.Offset + 1 == tokens[at + 1].Start.Offset;

    public TextRange RangeAt(int at) => new(tokens[at].Start.Offset, tokens[at].End.Offset + 1);

    public TextRange RangeAt(int first, int last) => RangeAt(first).To(RangeAt(last));

    /// <summary>The name at <paramref name="at"/>; empty when there is none.</summary>
    public string WordAt(int at) => Is(at, TokenType.Identifier) ? text[RangeAt(at)] : "";

    public string TextAt(int at) => text[RangeAt(at)];

    public string TextAt(int first, int last) => text[RangeAt(first, last)];

    /// <summary>Whether a statement starts at <paramref name="at"/>.</summary>
    public bool IsStart(int at) => at == 0 || TypeAt(at - 1) is TokenType.NewLine or TokenType.SemiColon;

    /// <summary>The last token before the bracket that closes what <paramref name="at"/> stands in, or before a comma, or of the tag.</summary>
    public int EndOfPart(int at)
    {
        var depth = 0;
        for (; at < tokens.Count; at++)
        {
            switch (tokens[at].Type)
            {
                case TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace:
                    depth++;
                    break;
                case TokenType.CloseParen
                or TokenType.CloseBracket
                or TokenType.CloseBrace
                or TokenType.Comma
                or TokenType.VerticalBar when depth == 0:
                    return at - 1;
                case TokenType.CloseParen or TokenType.CloseBracket or TokenType.CloseBrace:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return tokens.Count - 1;
    }
}
