using System.Globalization;
using System.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>The one escaper for each place of C# that text of a prompt can get into.</summary>
internal static class CSharpText
{
    /// <summary>A string literal. All that could end it, or a line, is escaped.</summary>
    public static string Literal(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            AppendCharacter(literal, value, i);
        }

        return literal.Append('"').ToString();
    }

    /// <summary>One literal a line of the text, joined by <c>+</c> (the compiler makes one constant of them), as a person would write it.</summary>
    public static string MultilineLiteral(string value)
    {
        var lines = new List<string>();
        for (var start = 0; start < value.Length; )
        {
            var end = value.IndexOf('\n', start) is var newLine and >= 0 ? newLine + 1 : value.Length;
            lines.Add(Literal(value.Substring(start, end - start)));
            start = end;
        }

        return lines.Count == 0 ? "\"\"" : string.Join("\n    + ", lines);
    }

    /// <summary>Text for a <c>//</c> comment: on one line, whatever it holds.</summary>
    public static string Comment(string value) =>
        string.Concat(value.Select(c => EndsLine(c) || char.IsControl(c) || Reorders(c) ? ' ' : c));

    /// <summary>Text for a documentation comment: XML-escaped; what XML cannot hold becomes U+FFFD. Line breaks stay.</summary>
    public static string Documentation(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            text.Append(
                character switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '\n' => "\n",
                    '\t' => " ",
                    _ when EndsLine(character) => " ",
                    _ when char.IsControl(character) || Reorders(character) => "\uFFFD",
                    _ when character >= '\uFFFE' || IsLoneSurrogate(value, i) => "\uFFFD",
                    _ => character.ToString(),
                }
            );
        }

        return text.ToString();
    }

    /// <summary>A file name for <c>#line</c>, quoted; null when the directive cannot hold it.</summary>
    public static string? LineFile(string path) => path.Any(c => c == '"' || EndsLine(c) || char.IsControl(c)) ? null : $"\"{path}\"";

    private static void AppendCharacter(StringBuilder literal, string value, int index)
    {
        var character = value[index];
        switch (character)
        {
            case '"' or '\\':
                literal.Append('\\').Append(character);
                break;
            case '\n':
                literal.Append("\\n");
                break;
            case '\r':
                literal.Append("\\r");
                break;
            case '\t':
                literal.Append("\\t");
                break;
            default:
                if (NeedsEscape(value, index))
                {
                    literal.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                }
                else
                {
                    literal.Append(character);
                }

                break;
        }
    }

    // Also what a reader cannot see or is misled by: control, format and bidirectional characters.
    private static bool NeedsEscape(string value, int index) =>
        EndsLine(value[index])
        || CharUnicodeInfo.GetUnicodeCategory(value[index])
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.OtherNotAssigned
        || IsLoneSurrogate(value, index);

    // Bidirectional controls make a reader see other code than the compiler.
    private static bool Reorders(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool EndsLine(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsLoneSurrogate(string value, int index) =>
        char.IsHighSurrogate(value[index])
            ? index + 1 >= value.Length || !char.IsLowSurrogate(value[index + 1])
            : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
