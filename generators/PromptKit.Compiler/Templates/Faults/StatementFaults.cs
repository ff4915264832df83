using Scriban.Parsing;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>Statements and comments of other languages.</summary>
internal static class StatementFaults
{
    private static readonly HashSet<string> Declarations = new(
        ["set", "let", "var", "const", "assign", "local", "def"],
        StringComparer.Ordinal
    );

    public static SyntaxFault? Find(TagTokens tag, int at)
    {
        if (FindComment(tag, at) is { } comment)
        {
            return comment;
        }

        if (at == 0 && tag.Is(at, TokenType.Greater))
        {
            return SyntaxFault.Of(TemplateRules.ForeignTag, tag.RangeAt(at), ">", "{{ include \"name\" }}");
        }

        if (at == 0 && tag.Is(at, TokenType.Percent))
        {
            return SyntaxFault.Of(TemplateRules.ForeignTag, tag.RangeAt(at), "%", "{{ … }} alone");
        }

        if (!tag.IsStart(at))
        {
            return FindThen(tag, at);
        }

        var (word, next) = (tag.WordAt(at), tag.WordAt(at + 1));
        return word switch
        {
            "end" when next.Length > 0 => SyntaxFault.Of(TemplateRules.ForeignTag, tag.RangeAt(at, at + 1), $"end {next}", "{{ end }}"),
            "else" when at + 1 < tag.Count && next != "if" => SyntaxFault.Of(
                TemplateRules.Syntax,
                tag.RangeAt(at + 1),
                "An 'else' with a condition is 'else if'."
            ),
            _ when Declarations.Contains(word) && next.Length > 0 && tag.Is(at + 2, TokenType.Equal) => SyntaxFault.Of(
                TemplateRules.ForeignTag,
                tag.RangeAt(at),
                word,
                $"{{{{ {next} = … }}}}"
            ),
            "media" when next.Length > 0 && tag.Is(at + 2, TokenType.Equal) => SyntaxFault.Of(
                TemplateRules.ForeignOperator,
                tag.RangeAt(at + 2),
                "=",
                $"Write '{next}:'."
            ),
            "if" or "while" when tag.Is(tag.Count - 1, TokenType.Colon) => SyntaxFault.Of(
                TemplateRules.ForeignOperator,
                tag.RangeAt(tag.Count - 1),
                ":",
                "The tag ends the condition; remove it."
            ),
            _ => null,
        };
    }

    /// <summary>The <c>then</c> of an <c>if</c> that wants to be a value.</summary>
    public static SyntaxFault? FindThen(TagTokens tag) =>
        Enumerable.Range(0, tag.Count).Select(at => FindThen(tag, at)).FirstOrDefault(fault => fault is not null);

    private static SyntaxFault? FindThen(TagTokens tag, int at) =>
        tag.WordAt(at) == "then"
            ? SyntaxFault.Of(
                TemplateRules.ForeignOperator,
                tag.RangeAt(at),
                "then",
                "Write {{ if … }} … {{ else }} … {{ end }}, or 'condition ? one : other'."
            )
            : null;

    private static SyntaxFault? FindComment(TagTokens tag, int at)
    {
        var length =
            tag.IsJoined(at, TokenType.Divide, TokenType.Asterisk) ? 2
            : at == 0 && tag.TypeAt(at) is TokenType.DoubleDivide or TokenType.DoubleMinus ? 1
            : 0;
        return length > 0
            ? SyntaxFault.Of(TemplateRules.ForeignComment, tag.RangeAt(at, at + length - 1), tag.TextAt(at, at + length - 1))
            : null;
    }
}
