using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>
/// Finds tags and strings that are never closed, which Scriban's parser accepts at the end of a file and otherwise reports far from
/// where they start, and a <c>}}</c> that closes nothing. Reads Scriban's tokens, so strings and comments are what they are for Scriban.
/// </summary>
internal sealed class TagCheck
{
    private const string BlocksEnd = "A block ends at its 'end', as in {{ if … }} … {{ end }}; remove the '{'.";

    private readonly string _content;
    private readonly DiagnosticBag _diagnostics;

    // Braces that the text opened itself: the `}}` of {"a": {"b": 1}} is text.
    private int _openBraces;

    private TagCheck(string content, DiagnosticBag diagnostics)
    {
        _content = content;
        _diagnostics = diagnostics;
    }

    /// <returns>False when the template cannot be parsed further.</returns>
    public static bool Run(PromptText text, TextRange body, DiagnosticBag diagnostics)
    {
        var check = new TagCheck(text.Content, diagnostics);
        var errors = diagnostics.Count;
        check.Walk(new Lexer(text.Content, text.Path, TemplateParser.StartAt(text, body)));
        return diagnostics.Count == errors;
    }

    private void Walk(Lexer lexer)
    {
        Token? opener = null;
        var previous = default(Token);
        var depth = 0;
        foreach (var token in lexer)
        {
            switch (token.Type)
            {
                case TokenType.CodeEnter or TokenType.EscapeEnter:
                    (opener, depth) = (token, 0);
                    break;
                case TokenType.CodeExit or TokenType.EscapeExit:
                    opener = null;
                    break;
                case TokenType.Raw:
                    CheckText(token);
                    break;
                case TokenType.OpenBrace when previous.Type == TokenType.OpenBrace && Adjacent(previous, token):
                case TokenType.Eof when opener is not null && !lexer.HasErrors:
                case TokenType.CloseBrace when opener is not null && depth == 0:
                    ReportUnclosed(opener!.Value);
                    return;
                case TokenType.OpenBrace when IsBlock(token):
                    _diagnostics.Add(TemplateRules.ForeignOperator, RangeOf(token), "{", BlocksEnd);
                    return;
                case TokenType.OpenBrace:
                    depth++;
                    break;
                case TokenType.CloseBrace:
                    depth--;
                    break;
                case TokenType.String or TokenType.InterpolatedString or TokenType.VerbatimString when SwallowsTagEnd(token):
                    ReportString(token.Start.Offset);
                    return;
                default:
                    break;
            }

            if (lexer.HasErrors)
            {
                ReportUnclosedString(lexer, previous);
                return;
            }

            previous = token;
        }
    }

    // `if (vip) {` with the end of the tag behind it.
    private bool IsBlock(Token brace)
    {
        var next = brace.End.Offset + 1;
        var afterBlanks = next;
        while (afterBlanks < _content.Length && _content[afterBlanks] is ' ' or '\t')
        {
            afterBlanks++;
        }

        return afterBlanks > next
            && string.CompareOrdinal(_content, afterBlanks, "}}", 0, 2) == 0
            && string.CompareOrdinal(_content, afterBlanks, "}}}", 0, 3) != 0;
    }

    private void CheckText(Token raw)
    {
        for (var i = raw.Start.Offset; i <= raw.End.Offset; i++)
        {
            if (_content[i] == '{')
            {
                _openBraces++;
            }
            else if (_content[i] == '}' && _openBraces > 0)
            {
                _openBraces--;
            }
            else if (_content[i] == '}' && i < raw.End.Offset && _content[i + 1] == '}')
            {
                _diagnostics.Add(TemplateRules.StrayTagEnd, new TextRange(i, i + 2));
                i++;
            }
        }
    }

    // An opener with its closer: `{{` and `}}`, or `{%{` and `}%}`.
    private void ReportUnclosed(Token opener)
    {
        var isEscape = opener.Type == TokenType.EscapeEnter;
        var signs = isEscape ? _content.IndexOf('{', opener.Start.Offset + 1) + 1 - opener.Start.Offset : 2;
        var text = _content.Substring(opener.Start.Offset, signs);
        _diagnostics.Add(
            TemplateRules.TagNeverClosed,
            new TextRange(opener.Start.Offset, opener.Start.Offset + signs),
            text,
            text.Replace('{', '}')
        );
    }

    // Only this error of the lexer is misplaced, at the end of the file; the parser reports the others.
    private void ReportUnclosedString(Lexer lexer, Token previous)
    {
        var atEndOfFile = lexer.Errors.Any(error => error.Message.StartsWith("Unexpected end of file", StringComparison.Ordinal));
        var quote = _content.IndexOfAny(['"', '\'', '`'], previous.End.Offset + 1);
        if (atEndOfFile && quote >= 0)
        {
            ReportString(quote);
        }
    }

    private void ReportString(int offset)
    {
        var quote = _content[offset] == '$' ? offset + 1 : offset;
        _diagnostics.Add(TemplateRules.StringNeverClosed, new TextRange(quote, quote + 1), _content[quote]);
    }

    // A string that runs over the end of its tag into the next lines was not meant to.
    private bool SwallowsTagEnd(Token token)
    {
        var text = _content.Substring(token.Start.Offset, token.End.Offset - token.Start.Offset + 1);
        var tagEnd = text.IndexOf("}}", StringComparison.Ordinal);
        return tagEnd >= 0 && text.IndexOf('\n', tagEnd) >= 0;
    }

    private static TextRange RangeOf(Token token) => new(token.Start.Offset, token.End.Offset + 1);

    private static bool Adjacent(Token left, Token right) => left.Start.Offset + 1 == right.Start.Offset;
}
