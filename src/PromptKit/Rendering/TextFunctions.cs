using System.ComponentModel;
using System.Globalization;
using ScribanText = Scriban.Functions.StringFunctions;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>string.*</c> of templates: what Scriban's give under the invariant culture, whatever the thread's. For generated code:
/// its shape may change with any version. The members are named as the functions are; Scriban documents them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextFunctions
{
    private const string Ellipsis = "...";

    /// <summary><c>string.append</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="with">What to put behind it.</param>
    /// <returns>Both.</returns>
    public static string Append(string text, string with) => text + with;

    /// <summary><c>string.prepend</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="by">What to put before it.</param>
    /// <returns>Both.</returns>
    public static string Prepend(string text, string by) => by + text;

    /// <summary><c>string.capitalize</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, its first letter in upper case.</returns>
    public static string Capitalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || char.IsUpper(text[0]))
        {
            return text;
        }

        var first = char.ToUpperInvariant(text[0]);
        return string.Concat(new ReadOnlySpan<char>(in first), text.AsSpan(1));
    }

    /// <summary><c>string.capitalizewords</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, the first letter of each word in upper case.</returns>
    public static string CapitalizeWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(
            text.Length,
            text,
            static (letters, text) =>
            {
                var startsWord = true;
                for (var i = 0; i < letters.Length; i++)
                {
                    var letter = text[i];
                    var isFirst = startsWord && char.IsLetter(letter);
                    startsWord = char.IsWhiteSpace(letter) || (startsWord && !isFirst);
                    letters[i] = isFirst ? char.ToUpperInvariant(letter) : letter;
                }
            }
        );
    }

    /// <summary><c>string.contains</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What to look for.</param>
    /// <returns>Whether it is there; never when it is empty.</returns>
    public static bool Contains(string text, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !string.IsNullOrEmpty(value) && text.Contains(value, StringComparison.Ordinal);
    }

    /// <summary><c>string.starts_with</c>.</summary>
    /// <inheritdoc cref="Contains"/>
    public static bool StartsWith(string text, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && !string.IsNullOrEmpty(value) && text.StartsWith(value, StringComparison.InvariantCulture);
    }

    /// <summary><c>string.ends_with</c>.</summary>
    /// <inheritdoc cref="Contains"/>
    public static bool EndsWith(string text, string value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && !string.IsNullOrEmpty(value) && text.EndsWith(value, StringComparison.InvariantCulture);
    }

    /// <summary><c>string.equals_ignore_case</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The other.</param>
    /// <returns>Whether they are equal but for their case.</returns>
    public static bool EqualsIgnoreCase(string text, string value) =>
        string.Equals(text, value, StringComparison.InvariantCultureIgnoreCase);

    /// <summary><c>object.default</c>, of texts.</summary>
    /// <param name="value">A text.</param>
    /// <param name="otherwise">What stands for it when it is null or empty.</param>
    /// <returns>One of them.</returns>
    public static string Default(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    /// <inheritdoc cref="Default"/>
    public static string? DefaultOrNull(string? value, string? otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    /// <summary><c>string.index_of</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="search">What to look for.</param>
    /// <param name="startIndex">Where to start.</param>
    /// <param name="count">How many characters to look at.</param>
    /// <param name="comparison">A <see cref="StringComparison"/>, by the invariant culture where it is by the current one.</param>
    /// <returns>Where it is first; -1 when it is not there.</returns>
    /// <exception cref="ArgumentException">There is no such place or comparison.</exception>
    public static long IndexOf(string text, string search, int? startIndex, int? count, string? comparison)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = startIndex ?? 0;
        var kind = comparison is null ? StringComparison.InvariantCulture : Enum.Parse<StringComparison>(comparison);
        kind = kind switch
        {
            StringComparison.CurrentCulture => StringComparison.InvariantCulture,
            StringComparison.CurrentCultureIgnoreCase => StringComparison.InvariantCultureIgnoreCase,
            _ => kind,
        };
        return text.IndexOf(search, start, count ?? text.Length - start, kind);
    }

    /// <summary><c>string.escape</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with escapes in it.</returns>
    public static string Escape(string text) => ScribanText.Escape(text)!;

    /// <summary><c>string.literal</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with escapes in it, in quotes.</returns>
    public static string Literal(string text) => ScribanText.Literal(text)!;

    /// <summary><c>string.handleize</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as a part of an address.</returns>
    public static string Handleize(string text) => ScribanText.Handleize(text);

    /// <summary><c>string.pad_left</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How many characters there are to be.</param>
    /// <returns>The text, with blanks before it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They are more than a string can hold.</exception>
    public static string PadLeft(string text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TemplateValues.MostCharacters);
        return ScribanText.PadLeft(text, width);
    }

    /// <summary><c>string.pad_right</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How many characters there are to be.</param>
    /// <returns>The text, with blanks behind it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They are more than a string can hold.</exception>
    public static string PadRight(string text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TemplateValues.MostCharacters);
        return ScribanText.PadRight(text, width);
    }

    /// <summary><c>string.pluralize</c>.</summary>
    /// <param name="number">How many there are.</param>
    /// <param name="singular">What to say of one.</param>
    /// <param name="plural">What to say of any other number.</param>
    /// <returns>One of the two.</returns>
    public static string Pluralize(int number, string singular, string plural) => number == 1 ? singular : plural;

    /// <summary><c>string.remove</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out, wherever it is.</param>
    /// <returns>The rest.</returns>
    public static string Remove(string text, string remove) =>
        string.IsNullOrEmpty(remove) ? text : text.Replace(remove, "", StringComparison.Ordinal);

    /// <summary><c>string.remove_first</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out where it is first, whatever its case.</param>
    /// <returns>The rest.</returns>
    public static string RemoveFirst(string text, string remove) => ScribanText.RemoveFirst(text, remove)!;

    /// <summary><c>string.remove_last</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="remove">What to take out where it is last, whatever its case.</param>
    /// <returns>The rest.</returns>
    public static string RemoveLast(string text, string remove) => ScribanText.RemoveLast(text, remove)!;

    /// <summary><c>string.replace</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What to take out, wherever it is.</param>
    /// <param name="replace">What to put there.</param>
    /// <returns>The text with that.</returns>
    /// <exception cref="ArgumentException"><paramref name="match"/> is empty, and the text is not.</exception>
    public static string Replace(string text, string match, string replace) =>
        string.IsNullOrEmpty(text) ? "" : text.Replace(match, replace, StringComparison.Ordinal);

    /// <summary><c>string.replace_first</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What to take out where it is first, whatever its case.</param>
    /// <param name="replace">What to put there.</param>
    /// <param name="fromEnd">Whether where it is last instead.</param>
    /// <returns>The text with that.</returns>
    public static string ReplaceFirst(string text, string match, string replace, bool fromEnd) =>
        ScribanText.ReplaceFirst(text, match, replace, fromEnd);

    /// <summary><c>string.slice</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to start; from the end when negative.</param>
    /// <returns>The text from there.</returns>
    public static string Slice(string text, int start) => ScribanText.Slice(text, start);

    /// <summary><c>string.slice</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to start; from the end when negative.</param>
    /// <param name="length">How many characters to take.</param>
    /// <returns>These characters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static string Slice(string text, int start, int length) => ScribanText.Slice(text, start, length);

    /// <summary><c>string.slice1</c>.</summary>
    /// <inheritdoc cref="Slice(string, int, int)"/>
    public static string Slice1(string text, int start, int length) => ScribanText.Slice1(text, start, length);

    /// <summary><c>string.split</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">What stands between the parts.</param>
    /// <returns>The parts, without empty ones.</returns>
    public static IReadOnlyList<string> Split(string text, string match) =>
        string.IsNullOrEmpty(text) ? []
        : string.IsNullOrEmpty(match) ? [text]
        : text.Split(match, StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>string.strip_newlines</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without line breaks.</returns>
    public static string StripNewlines(string text) => ScribanText.StripNewlines(text);

    /// <summary><c>string.to_int</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The integer that it writes; <see langword="null"/> when it writes none of 32 bits.</returns>
    public static long? ToInt(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary><c>string.to_long</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The integer that it writes; <see langword="null"/> when it writes none.</returns>
    public static long? ToLong(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary><c>string.to_double</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The number that it writes; <see langword="null"/> when it writes none.</returns>
    public static double? ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary><c>string.truncate</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters to keep, those of the ellipsis included.</param>
    /// <param name="ellipsis">What stands for the rest.</param>
    /// <returns>The text, or its start and the ellipsis.</returns>
    public static string Truncate(string text, int length, string ellipsis = Ellipsis)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ellipsis);
        return text.Length == 0 || text.Length <= length
            ? text
            : string.Concat(text.AsSpan(0, Math.Max(length - ellipsis.Length, 0)), ellipsis);
    }

    /// <summary><c>string.truncatewords</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many words to keep.</param>
    /// <param name="ellipsis">Not used: three dots follow, as in Scriban.</param>
    /// <returns>The words and three dots.</returns>
    public static string TruncateWords(string text, int count, string ellipsis = Ellipsis) =>
        ScribanText.Truncatewords(text, count, ellipsis);
}
