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
        (Rule("<EOL>/end of line"), "the end of the tag"),
        (
            Rule("Expecting 'in' word instead of `([^`]*)`"),
            "A loop is 'for item in list', and over numbers 'for i in 1..10'; of a map's item write '.key' and '.value'. Here is '$1' in place of 'in'"
        ),
        (
            Rule("Expression is only allowed for a top level assignment"),
            "'=' gives a local its value, in a tag of its own. To compare, write '=='"
        ),
        (
            Rule("The loop variable <([^>]*)> is not supported"),
            "'$1' is not known. A 'for' loop has 'for.index', 'for.rindex', 'for.first', 'for.last', 'for.even', 'for.odd', 'for.changed' and 'for.length'; a 'while' loop has 'while.index', 'while.first', 'while.even' and 'while.odd'"
        ),
    ];

    public static bool IsMissingEnd(string message) => message.IndexOf("The <end> statement was not found", StringComparison.Ordinal) >= 0;

    public static string Explain(string message)
    {
        var clean = Explanations.Aggregate(message.Trim(), (text, rule) => rule.Pattern.Replace(text, rule.Instead));
        return clean.EndsWith(".", StringComparison.Ordinal) ? clean : clean + ".";
    }

    private static Regex Rule(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
