using System.Globalization;
using System.Text;

namespace PromptKit.Outputs;

/// <summary>Reads numbers as people and other languages write them: <c>1,234</c>, <c>+5</c>, <c>.5</c>, <c>1_000</c>.</summary>
internal static class NumberText
{
    private const int Longest = 400;
    private const int GroupLength = 3;

    /// <summary>Whether a text is a number of JSON.</summary>
    public static bool IsJson(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith('-') ? text[1..] : text;
        var digits = Digits(rest);
        if (digits == 0 || (digits > 1 && rest[0] == '0'))
        {
            return false;
        }

        rest = rest[digits..];
        if (rest.StartsWith('.'))
        {
            digits = Digits(rest[1..]);
            rest = rest[(digits + 1)..];
            if (digits == 0)
            {
                return false;
            }
        }

        if (rest is not ['e' or 'E', .. var exponent])
        {
            return rest.IsEmpty;
        }

        exponent = exponent is ['+' or '-', .. var unsigned] ? unsigned : exponent;
        return !exponent.IsEmpty && Digits(exponent) == exponent.Length;
    }

    /// <summary>The number that a text means, as JSON writes it.</summary>
    /// <returns>The number; <see langword="null"/> when the text means none, or may mean two.</returns>
    public static string? ToJson(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
        {
            return null;
        }

        if (IsJson(text))
        {
            return text.ToString();
        }

        var isNegative = text[0] == '-';
        var number = text[0] is '-' or '+' ? text[1..] : text;
        if (number is ['0', 'x' or 'X', .. var hexadecimal])
        {
            return long.TryParse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value >= 0
                ? Signed(value.ToString(CultureInfo.InvariantCulture), isNegative)
                : null;
        }

        if (!TryUngroup(number, out var plain))
        {
            return null;
        }

        // Zeros that JSON does not allow in front, and those that it wants beside the point.
        plain = plain.TrimStart('0');
        plain = plain.Length == 0 || !char.IsAsciiDigit(plain[0]) ? "0" + plain : plain;
        plain = plain.EndsWith('.') ? plain + "0" : plain.Replace(".e", ".0e", StringComparison.OrdinalIgnoreCase);
        return IsJson(plain) && number.IndexOfAnyInRange('0', '9') >= 0 ? Signed(plain, isNegative) : null;
    }

    private static string Signed(string number, bool isNegative) => isNegative ? "-" + number : number;

    // Commas and underscores between groups of three digits.
    private static bool TryUngroup(ReadOnlySpan<char> number, out string plain)
    {
        var text = new StringBuilder(number.Length);
        var end = number.IndexOfAny('.', 'e', 'E') is var stop and >= 0 ? stop : number.Length;
        var sinceSeparator = -1;
        plain = "";
        for (var index = 0; index < end; index++)
        {
            if (number[index] is ',' or '_')
            {
                if (index == 0 || sinceSeparator is not (-1 or GroupLength) || (sinceSeparator == -1 && index > GroupLength))
                {
                    return false;
                }

                sinceSeparator = 0;
                continue;
            }

            text.Append(number[index]);
            sinceSeparator += sinceSeparator < 0 ? 0 : 1;
        }

        plain = text.Append(number[end..]).ToString();
        return sinceSeparator is -1 or GroupLength;
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
}
