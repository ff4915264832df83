using System.Text.RegularExpressions;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>
/// Finds tags of other template languages. Some are text or comments to Scriban, so that nothing else would tell their authors; of the
/// others its parser says what nobody understands.
/// </summary>
internal static class ForeignTagCheck
{
    private const int MostErrors = 20;
    private const string End = "{{ end }}";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["endif"] = End,
        ["endfor"] = End,
        ["endforeach"] = End,
        ["endwhile"] = End,
        ["endcase"] = End,
        ["endcapture"] = End,
        ["end_if"] = End,
        ["end_for"] = End,
        ["endunless"] = End,
        ["endswitch"] = End,
        ["endcomment"] = "{{ # … }} for the comment",
        ["endraw"] = "{%{ … }%} around text as it is",
        ["endmacro"] = "a partial, and {{ include \"name\" }}",
        ["endblock"] = "a partial, and {{ include \"name\" }}",
        ["elseif"] = "{{ else if … }}",
        ["elsif"] = "{{ else if … }}",
        ["elif"] = "{{ else if … }}",
        ["foreach"] = "{{ for item in … }}",
        ["unless"] = "{{ if !… }}",
    };

    private static readonly Regex Mark = new(
        @"\G\{\{[~-]?(?:(?<sign>[#/])(?<word>if|each|unless|with|for)\b|\s+(?<sign>/)(?<word>if|each|unless|with|for)\b|(?:\s*(?<sign>>))\s*(?<word>[\w/-]+)|(?<sign>!)(?<word>--|\s+\w+\s+\w+)|(?<sign>-)(?<word>-)\s|(?<sign>\{)\s*(?<word>[\w.]+)\s*\}\}\})",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private static readonly Regex Statement = new(
        @"<%=?\s*\w+|\{#-?\s[^}]*#\}|\{%[-~+]?\s*(?:if|for|else|elif|elsif|endif|endfor|set|assign|include|block|macro|case|unless|capture|raw|comment)\b",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <returns>False when the template cannot be parsed further.</returns>
    public static bool Run(PromptText text, TextRange body, DiagnosticBag diagnostics)
    {
        var errors = 0;
        var previous = default(Token);
        var hasWarned = false;
        foreach (var token in new Lexer(text.Content, text.Path, TemplateParser.StartAt(text, body)))
        {
            var found = token.Type switch
            {
                TokenType.CodeEnter => FindMark(text, token),
                TokenType.Identifier when previous.Type == TokenType.CodeEnter => FindWord(text, token),
                _ => null,
            };
            if (found is var (range, instead) && errors++ < MostErrors)
            {
                diagnostics.Add(TemplateRules.ForeignTag, range, text[range], instead);
            }

            if (token.Type == TokenType.Raw && !hasWarned)
            {
                hasWarned = WarnOfStatement(text, token, diagnostics);
            }

            previous = token;
        }

        return errors == 0;
    }

    private static (TextRange Range, string Instead)? FindMark(PromptText text, Token enter)
    {
        if (Mark.Match(text.Content, enter.Start.Offset) is not { Success: true } match)
        {
            return null;
        }

        var (sign, word) = (match.Groups["sign"], match.Groups["word"]);
        var instead = sign.Value switch
        {
            "/" => End,
            "{" => $"{{{{ {word.Value} }}}}",
            "!" or "-" => "{{ # … }} for a comment",
            ">" => $"{{{{ include \"{word.Value}\" }}}}",
            _ => word.Value switch
            {
                "each" => $"{Words["foreach"]}, and {End} behind it",
                "unless" => $"{Words["unless"]}, and {End} behind it",
                "with" => "the object before each of its members",
                _ => $"{{{{ {word.Value} … }}}}, and {End} behind it",
            },
        };
        var end = sign.Value == "!" && word.Value[0] != '-' ? sign.Index + 1 : word.Index + word.Length;
        return (new TextRange(sign.Index, end), instead);
    }

    // Not a local or an input of that name.
    private static (TextRange Range, string Instead)? FindWord(PromptText text, Token token)
    {
        var range = new TextRange(token.Start.Offset, token.End.Offset + 1);
        if (!Words.TryGetValue(text[range], out var instead))
        {
            return null;
        }

        var next = range.End;
        while (next < text.Content.Length && text.Content[next] is ' ' or '\t')
        {
            next++;
        }

        var isValue = next < text.Content.Length && text.Content[next] is '=' or '.' or '?' or '|' or '+' or '-' or '*' or '/';
        return isValue && instead != End ? null : (range, instead);
    }

    private static bool WarnOfStatement(PromptText text, Token raw, DiagnosticBag diagnostics)
    {
        var match = Statement.Match(text.Content, raw.Start.Offset, raw.End.Offset + 1 - raw.Start.Offset);
        if (match.Success)
        {
            var instead = match.Value[0] == '<' || match.Value[1] == '%' ? "the statement as {{ … }}" : "the comment as {{ # … }}";
            diagnostics.Add(TemplateRules.ForeignStatement, new TextRange(match.Index, match.Index + match.Length), match.Value, instead);
        }

        return match.Success;
    }
}
