using System.Text;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>Texts made of what breaks parsers, escapers and generated code.</summary>
internal static class RandomText
{
    private static readonly string[] Fragments =
    [
        "a",
        "name",
        " ",
        "  ",
        "\n",
        "\t",
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\u0041",
        "\\n",
        "{",
        "}",
        "{0}",
        "$",
        "$\"",
        "@\"",
        "*/",
        "/*",
        "//",
        "///",
        "#line 1 \"x\"",
        "\n#line hidden\n",
        "\n#error no\n",
        "\n#endif\n",
        "#pragma warning disable",
        "</summary>",
        "<see cref=\"X\"/>",
        "&lt;",
        "&",
        "]]>",
        "\0",
        "\u0001",
        "\u0007",
        "\u001b[31m",
        "\u0085",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u200e",
        "\u202e",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ue000",
        "é",
        "ß",
        "İ",
        "漢字",
        "🎉",
        "👩‍👩‍👧",
        "\U000E0001",
        "\ud800",
        "\udc00",
        "; System.Environment.Exit(1);",
        ");",
        "}}",
        "---",
        ": ",
        " #",
    ];

    /// <param name="random">Where the choices come from.</param>
    /// <param name="most">How many fragments at most.</param>
    /// <param name="allowed">Which fragments may be used; all when null.</param>
    public static string Next(Random random, int most, Func<string, bool>? allowed = null)
    {
        var fragments = allowed is null ? Fragments : Array.FindAll(Fragments, fragment => allowed(fragment));
        var text = new StringBuilder();
        for (var left = random.Next(most + 1); left > 0; left--)
        {
            text.Append(fragments[random.Next(fragments.Length)]);
        }

        return text.ToString();
    }

    /// <summary>Any UTF-16 code units, surrogates in no order.</summary>
    public static string NextCodeUnits(Random random, int most) =>
        new([.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => (char)random.Next(0x10000))]);

    public static string Fragment(Random random) => Fragments[random.Next(Fragments.Length)];

    /// <summary>Whether the text can be stored in a file and read back: no surrogate without its partner.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
