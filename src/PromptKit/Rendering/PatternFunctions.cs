using System.ComponentModel;
using System.Text.RegularExpressions;
using ScribanPatterns = Scriban.Functions.RegexFunctions;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>regex.*</c> of templates, each under the invariant culture and for ten seconds at most. For generated code: its shape
/// may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PatternFunctions
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary><c>regex.escape</c>.</summary>
    /// <param name="pattern">A text.</param>
    /// <returns>The pattern of that text.</returns>
    public static string Escape(string pattern) => ScribanPatterns.Escape(pattern);

    /// <summary><c>regex.unescape</c>.</summary>
    /// <param name="pattern">A pattern.</param>
    /// <returns>The text of that pattern.</returns>
    /// <exception cref="ArgumentException">It has an escape that is none.</exception>
    public static string Unescape(string pattern) => ScribanPatterns.Unescape(pattern);

    /// <summary><c>regex.match</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">A regular expression of .NET.</param>
    /// <param name="options">The letters <c>i</c>, <c>m</c>, <c>s</c> and <c>x</c>.</param>
    /// <returns>The first match and its groups; none when there is no match.</returns>
    /// <exception cref="ArgumentException">The pattern is none.</exception>
    /// <exception cref="RegexMatchTimeoutException">It took too long.</exception>
    public static IReadOnlyList<string> Match(string text, string pattern, string? options = null)
    {
        var match = Regex.Match(text, pattern, OptionsOf(options), Timeout);
        return match.Success ? Groups(match) : [];
    }

    /// <summary><c>regex.matches</c>.</summary>
    /// <returns>Each match with its groups.</returns>
    /// <inheritdoc cref="Match"/>
    public static IReadOnlyList<IReadOnlyList<string>> Matches(string text, string pattern, string? options = null) =>
        [.. Regex.Matches(text, pattern, OptionsOf(options), Timeout).Select(Groups)];

    /// <summary><c>regex.replace</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">A regular expression of .NET.</param>
    /// <param name="replace">What to put in the place of each match.</param>
    /// <param name="options">The letters <c>i</c>, <c>m</c>, <c>s</c> and <c>x</c>.</param>
    /// <returns>The text with that.</returns>
    /// <inheritdoc cref="Match"/>
    public static string Replace(string text, string pattern, string replace, string? options = null) =>
        Regex.Replace(text, pattern, replace, OptionsOf(options), Timeout);

    /// <summary><c>regex.split</c>.</summary>
    /// <returns>The parts between the matches, and the groups of these.</returns>
    /// <inheritdoc cref="Match"/>
    public static IReadOnlyList<string> Split(string text, string pattern, string? options = null) =>
        Regex.Split(text, pattern, OptionsOf(options), Timeout);

    private static IReadOnlyList<string> Groups(Match match)
    {
        var groups = new string[match.Groups.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = match.Groups[i].Value;
        }

        return groups;
    }

    private static RegexOptions OptionsOf(string? options)
    {
        var result = RegexOptions.CultureInvariant;
        foreach (var letter in options ?? "")
        {
            result |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return result;
    }
}
