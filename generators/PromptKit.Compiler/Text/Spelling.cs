namespace PromptKit.Compiler.Text;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    /// <summary>
    /// The candidate closest to <paramref name="word"/>, or null when none is close: at most one edit for every three characters, case
    /// aside. The first of several equally close ones wins.
    /// </summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        string? closest = null;
        var best = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant(), best);
            if (distance < best && distance < Math.Max(word.Length, candidate.Length))
            {
                (closest, best) = (candidate, distance);
            }
        }

        return closest;
    }

    /// <summary>" Did you mean 'x'?", or the empty string when nothing is close.</summary>
    public static string Suggest(string word, IEnumerable<string> candidates) =>
        Closest(word, candidates) is { } closest ? $" Did you mean '{closest}'?" : "";

    // Optimal string alignment distance (Damerau-Levenshtein without repeated edits of one place), given up at `limit`.
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(substitution, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
