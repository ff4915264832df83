namespace PromptKit.Outputs;

/// <summary>Compares names and values of enums as people do: letters and digits count, their case does not.</summary>
internal static class Spelling
{
    private const int MostOnStack = 256;

    /// <summary>The letters and digits of a text, in lower case.</summary>
    public static string Simplify(ReadOnlySpan<char> text)
    {
        Span<char> kept = text.Length <= MostOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                kept[length++] = char.ToLowerInvariant(character);
            }
        }

        return kept[..length].ToString();
    }

    /// <summary>The words of a text in lower case, each with a blank before and behind.</summary>
    public static string Words(ReadOnlySpan<char> text)
    {
        var words = new char[text.Length + 2];
        words[0] = ' ';
        var length = 1;
        foreach (var character in text)
        {
            var isPart = char.IsLetterOrDigit(character) || char.IsSurrogate(character);
            if (isPart)
            {
                words[length++] = char.ToLowerInvariant(character);
            }
            else if (words[length - 1] != ' ')
            {
                words[length++] = ' ';
            }
        }

        if (words[length - 1] != ' ')
        {
            words[length++] = ' ';
        }

        return new string(words, 0, length);
    }
}
