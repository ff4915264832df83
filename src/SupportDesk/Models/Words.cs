using System.Text.RegularExpressions;

namespace SupportDesk.Models;

/// <summary>Looks for whole words, so that <c>hi</c> is not found in <c>this</c>.</summary>
internal static partial class Words
{
    public static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var match in Word.EnumerateMatches(text))
        {
            var found = text.AsSpan(match.Index, match.Length);
            foreach (var word in words)
            {
                if (found.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The first number in a text; <see langword="null"/> when there is none.</summary>
    public static string? Number(string text) => Digits.Match(text) is { Success: true } match ? match.Value : null;

    /// <summary><c>OnItsWay</c> as a person says it: <c>on its way</c>.</summary>
    public static string Spaced(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? " " + letter : letter.ToString()))
            .ToLowerInvariant();

    [GeneratedRegex(@"[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
