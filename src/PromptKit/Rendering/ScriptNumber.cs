using System.Globalization;

namespace PromptKit.Rendering;

/// <summary>Numbers as JavaScript writes them: the fewest digits that are read as the same number, an exponent beyond 21 places.</summary>
internal static class ScriptNumber
{
    private const int MostDigits = 21;
    private const int MostZeros = 6;

    public static string Write(double value)
    {
        if (!double.IsFinite(value))
        {
            return "null";
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, places) = Split(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        return (value < 0 ? "-" : "") + Write(digits, places);
    }

    // .NET finds the same digits: of 1.25E+21 they are "125", and 22 places stand before the point.
    private static (string Digits, int Places) Split(string shortest)
    {
        var end = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = end < 0 ? shortest : shortest[..end];
        var exponent = end < 0 ? 0 : int.Parse(shortest.AsSpan(end + 1), CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var places = (point < 0 ? mantissa.Length : point) + exponent;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), places - zeros);
    }

    private static string Write(string digits, int places)
    {
        if (digits.Length <= places && places <= MostDigits)
        {
            return digits.PadRight(places, '0');
        }

        if (places is > 0 and <= MostDigits)
        {
            return $"{digits[..places]}.{digits[places..]}";
        }

        if (places is > -MostZeros and <= 0)
        {
            return "0." + new string('0', -places) + digits;
        }

        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        var exponent = (places - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{exponent}";
    }
}
