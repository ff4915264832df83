using System.Globalization;

namespace PromptKit.Rendering;

/// <summary>Prices, shares and the like: numbers of at most two places, which need no search for their shortest digits.</summary>
internal static class HundredthText
{
    // Below, a number's hundredfold has at most 15 digits. No two decimals of so few digits are the same double.
    private const double Limit = 1e13;

    // A sign, 13 digits, a point and two places.
    private const int Longest = 17;

    /// <summary>Writes a number as <c>double.ToString()</c> does under the invariant culture.</summary>
    /// <param name="value">The number.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="written">How many characters were written.</param>
    /// <returns><see langword="false"/> when it is not such a number, or there may be too little room.</returns>
    public static bool TryWrite(double value, Span<char> destination, out int written)
    {
        written = 0;
        var amount = Math.Abs(value);

        // Zero too is left to .NET, since there are two of them.
        if (!(amount is > 0 and < Limit) || destination.Length < Longest)
        {
            return false;
        }

        // A quotient of whole numbers is the double nearest to it: equal means that these are the digits.
        var hundredths = (long)((amount * 100) + 0.5);
        if (hundredths / 100d != amount)
        {
            return false;
        }

        if (value < 0)
        {
            destination[0] = '-';
            written = 1;
        }

        var (whole, places) = Math.DivRem(hundredths, 100);
        whole.TryFormat(destination[written..], out var digits, provider: CultureInfo.InvariantCulture);
        written += digits;
        if (places != 0)
        {
            written += WritePlaces((int)places, destination[written..]);
        }

        return true;
    }

    private static int WritePlaces(int hundredths, Span<char> destination)
    {
        var (tenths, last) = Math.DivRem(hundredths, 10);
        destination[0] = '.';
        destination[1] = (char)('0' + tenths);
        if (last == 0)
        {
            return 2;
        }

        destination[2] = (char)('0' + last);
        return 3;
    }
}
