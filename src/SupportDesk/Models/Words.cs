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

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
