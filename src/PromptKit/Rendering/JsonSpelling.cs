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

        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length] <= allowed && row[right.Length] < Math.Max(left.Length, right.Length);
    }
}
