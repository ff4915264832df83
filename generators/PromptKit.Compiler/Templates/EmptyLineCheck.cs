using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>
/// Finds tags that write nothing, stand alone on their line, and leave it behind as an empty line, which authors who know other template
/// languages do not expect. What falls to the edge of a message is dropped anyway and no concern.
/// </summary>
internal sealed class EmptyLineCheck
{
    private const int MostWarnings = 20;

    private static readonly HashSet<string> Silent = new(
        ["if", "else", "end", "for", "while", "when", "capture", "break", "continue"],
        StringComparer.Ordinal
    );

    private readonly PromptText _text;
    private readonly DiagnosticBag _diagnostics;

    // Tags that leave an empty line if the message goes on behind them.
    private readonly List<TextRange> _pending = [];
    private bool _hasText;
    private int _warnings;

    private EmptyLineCheck(PromptText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
    }

    public static void Run(PromptText text, TextRange body, DiagnosticBag diagnostics)
    {
        var check = new EmptyLineCheck(text, diagnostics);
        var tag = new List<Token>();
        foreach (var token in new Lexer(text.Content, text.Path, TemplateParser.StartAt(text, body)))
        {
            switch (token.Type)
            {
                case TokenType.Raw when !string.IsNullOrWhiteSpace(check.Text(token)):
                    check.SeeText();
                    break;
                case TokenType.CodeExit when tag.Count > 0:
                    tag.Add(token);
                    check.SeeTag(tag);
                    tag.Clear();
                    break;
                case TokenType.CodeEnter:
                    tag.Clear();
                    tag.Add(token);
                    break;
                default:
                    if (tag.Count > 0)
                    {
                        tag.Add(token);
                    }

                    break;
            }
        }
    }

    private string Text(Token token) => _text[new TextRange(token.Start.Offset, token.End.Offset + 1)];

    private void SeeText()
    {
        _hasText = true;
        foreach (var range in _pending.Take(MostWarnings - _warnings))
        {
            _warnings++;
            var code = _text[range].Trim('{', '}', '~', '-', ' ', '\t');
            _diagnostics.Add(TemplateRules.EmptyLine, range, code.Length == 0 ? "{{~ ~}}" : $"{{{{~ {code} ~}}}}");
        }

        _pending.Clear();
    }

    private void SeeTag(List<Token> tag)
    {
        var first = tag.Count > 2 && tag[1].Type == TokenType.Identifier ? Text(tag[1]) : "";
        if (first is "role" or "history")
        {
            _hasText = false;
            _pending.Clear();
        }
        else if (!IsSilent(tag, first))
        {
            SeeText();
        }
        else if (_hasText && LeavesALine(new TextRange(tag[0].Start.Offset, tag[tag.Count - 1].End.Offset + 1)))
        {
            _pending.Add(new TextRange(tag[0].Start.Offset, tag[tag.Count - 1].End.Offset + 1));
        }
    }

    // Of several statements in one tag, one may write. Text behind a `case` is dropped.
    private static bool IsSilent(List<Token> tag, string first) =>
        !tag.Exists(token => token.Type is TokenType.NewLine or TokenType.SemiColon)
        && (
            first == "case"
            || Silent.Contains(first)
            || tag.Skip(1).All(token => token.Type is TokenType.Comment or TokenType.CommentMulti or TokenType.CodeExit)
            || (
                first.Length > 0
                && tag[2].Type
                    is TokenType.Equal
                        or TokenType.PlusEqual
                        or TokenType.MinusEqual
                        or TokenType.AsteriskEqual
                        or TokenType.DivideEqual
                        or TokenType.DoubleDivideEqual
                        or TokenType.PercentEqual
            )
        );

    private bool LeavesALine(TextRange tag)
    {
        var content = _text.Content;
        if (
            content[tag.Start + 2] == '-'
            || content[tag.End - 3] is '~' or '-'
            || _text[tag].StartsWith("{{ case", StringComparison.Ordinal)
        )
        {
            return false;
        }

        var before = tag.Start;
        while (before > 0 && content[before - 1] is ' ' or '\t')
        {
            before--;
        }

        var isFirst = before == 0 || content[before - 1] == '\n';
        return isFirst && tag.End < content.Length && content[tag.End] is '\n' or '\r';
    }
}
