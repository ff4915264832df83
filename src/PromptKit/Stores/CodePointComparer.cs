namespace PromptKit;

/// <summary>
/// Orders texts by their code points. That is the order of their UTF-8 bytes, so every engine can sort by it; the order of UTF-16 differs
/// from it where characters outside of the basic plane meet U+E000 to U+FFFF.
/// </summary>
internal sealed class CodePointComparer : IComparer<string>
{
    public static readonly CodePointComparer Instance = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        return common == x.Length || common == y.Length ? x.Length - y.Length : Rank(x[common]) - Rank(y[common]);
    }

    // Surrogates stand for what comes behind the whole basic plane.
    private static int Rank(char value) => char.IsSurrogate(value) ? value + 0x10000 : value;
}
