namespace PromptKit.Rendering;

/// <summary>Suggests what a misspelt name was meant to be.</summary>
internal static class JsonSpelling
{
    public static string Suggest(string word, ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate != word && IsClose(word, candidate))
            {
                return $" (did you mean '{candidate}'?)";
            }
        }

        return "";
    }

    // One edit for every three characters, at most; case does not count.
    private static bool IsClose(string left, string right)
    {
        var allowed = Math.Max(1, left.Length / 3);
        if (Math.Abs(left.Length - right.Length) > allowed || left.Length > 64)
        {
            return false;
        }

        // Three rows, because two letters the wrong way round are one mistake.
        var (before, above, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            (before, above, row) = (above, row, before);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = above[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[right.Length] <= allowed && row[right.Length] < Math.Max(left.Length, right.Length);
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
