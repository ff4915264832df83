using System.Text.RegularExpressions;

namespace PromptKit.Compiler.Templates;

/// <summary>Scriban's messages without what only its authors understand, ended like ours.</summary>
internal static class ScribanMessages
{
    private static readonly (Regex Pattern, string Instead)[] Explanations =
    [
        (Rule("^Error while parsing ScriptPage: Found <end> .*"), "This 'end' closes nothing. Remove it"),
        (Rule("^Error while parsing [^:]+: "), ""),
        (Rule(" in: .*$"), ""),
        (Rule("(an )?<expression>( to the right of the operator)?"), "a value$2"),
        (Rule("^Expecting a value(?: to the right of the operator)? instead of `([^`]+)`"), "A value is missing before '$1'"),
        (Rule("<EOL>/end of line"), "the end of the tag"),
        (
            Rule("^Invalid token (?:found )?`([^`]+)`. Expecting the end of the tag\\.?$"),
            "'$1' cannot stand here: an operator is missing before it, or it needs a tag of its own"
        ),
        (Rule("^Unexpected token ([^` ]+)$"), "'$1' cannot stand here"),
        (Rule("^Unexpected token (?:found )?`([^`]+)` while expecting "), "Here is '$1' in place of "),
        (Rule("^Unexpected token (?:found )?`([^`]+)`[,.]? *Expecting "), "Here is '$1' in place of "),
        (Rule("^Unexpected token (?:found )?`([^`]+)`(?: while parsing [a-z ]+\\.)?"), "'$1' cannot stand here."),
        (Rule("^A `?(else|when)`? condition must be preceded by .*$"), "This '$1' belongs to no block. Remove it, or open one before it"),
        (
            Rule("^Unexpected statement/expression `case` in the body of a `case` statement.*$"),
            "The values of a 'case' are 'when': write {{ when … }}"
        ),
        (
            Rule("Expecting 'in' word instead of `([^`]*)`"),
            "A loop is 'for item in list', and over numbers 'for i in 1..10'; of a map's item write '.key' and '.value'. Here is '$1' in place of 'in'"
        ),
        (
            Rule("Expression is only allowed for a top level assignment"),
            "'=' gives a local its value, in a tag of its own. To compare, write '=='"
        ),
        (
            Rule("The loop variable <(for[^>]*)> is (?:not supported|invalid)"),
            "'$1' is not known. A 'for' loop has 'for.index', 'for.rindex', 'for.first', 'for.last', 'for.even', 'for.odd', 'for.changed' and 'for.length'"
        ),
        (
            Rule("The loop variable <([^>]*)> is (?:not supported|invalid)"),
            "'$1' is not known. A 'while' loop has 'while.index', 'while.first', 'while.even' and 'while.odd'"
        ),
    ];

    public static bool IsMissingEnd(string message) => message.IndexOf("The <end> statement was not found", StringComparison.Ordinal) >= 0;

    /// <summary>Whether what ends or divides a block stands in none.</summary>
    public static bool IsStray(string message) =>
        message.IndexOf("ScriptPage: Found <end>", StringComparison.Ordinal) >= 0
        || message.IndexOf("condition must be preceded by", StringComparison.Ordinal) >= 0;

    public static string Explain(string message)
    {
        var clean = Explanations.Aggregate(message.Trim(), (text, rule) => rule.Pattern.Replace(text, rule.Instead));
        return clean.EndsWith(".", StringComparison.Ordinal) ? clean : clean + ".";
    }

    private static Regex Rule(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
