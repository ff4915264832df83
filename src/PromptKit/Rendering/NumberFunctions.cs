using System.ComponentModel;
using System.Globalization;
using System.Numerics;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>math.*</c> of templates: what Scriban's give under the invariant culture. For generated code: its shape may change with
/// any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NumberFunctions
{
    private const long MostExact = 1L << 53;

    // Scriban's own bound.
    private const int MostBits = 1_048_576;

    /// <summary><c>math.abs</c>.</summary>
    /// <param name="value">A number.</param>
    /// <returns>The number without its sign.</returns>
    /// <exception cref="OverflowException">It has none in 64 bits.</exception>
    public static long Abs(long value) => Math.Abs(value);

    /// <inheritdoc cref="Abs(long)"/>
    public static double Abs(double value) => Math.Abs(value);

    /// <summary><c>math.ceil</c>.</summary>
    /// <param name="value">A number.</param>
    /// <returns>The least whole number that is not less.</returns>
    public static double Ceil(double value) => Math.Ceiling(value);

    /// <summary><c>math.divided_by</c>, by a number.</summary>
    /// <param name="value">A number.</param>
    /// <param name="divisor">The divisor.</param>
    /// <returns>The quotient.</returns>
    public static double Divide(double value, double divisor) => value / divisor;

    /// <summary><c>math.divided_by</c>, by an integer.</summary>
    /// <param name="value">A number.</param>
    /// <param name="divisor">The divisor.</param>
    /// <returns>The quotient, rounded down.</returns>
    public static long DivideWhole(double value, int divisor) => (int)Math.Floor(value / divisor);

    /// <summary><c>math.floor</c>.</summary>
    /// <param name="value">A number.</param>
    /// <returns>The greatest whole number that is not greater.</returns>
    public static double Floor(double value) => Math.Floor(value);

    /// <summary><c>math.format</c> and <c>object.format</c>.</summary>
    /// <param name="value">A number.</param>
    /// <param name="format">A format of .NET.</param>
    /// <param name="culture">A culture's name; without one, the invariant culture.</param>
    /// <returns>The number in that format.</returns>
    /// <exception cref="FormatException">There is no such format.</exception>
    /// <exception cref="CultureNotFoundException">There is no such culture.</exception>
    public static string Format(long value, string format, string? culture = null) =>
        value is >= int.MinValue and <= int.MaxValue
            ? ((int)value).ToString(format, CultureOf(culture))
            : value.ToString(format, CultureOf(culture));

    /// <inheritdoc cref="Format(long, string, string?)"/>
    public static string Format(double value, string format, string? culture = null) => value.ToString(format, CultureOf(culture));

    /// <summary><c>value / divisor</c> of integers.</summary>
    /// <param name="value">An integer.</param>
    /// <param name="divisor">The divisor.</param>
    /// <returns>The quotient with its fraction; infinite where the divisor is zero.</returns>
    public static double Quotient(long value, long divisor) => ToDouble(value) / ToDouble(divisor);

    /// <summary><c>math.random</c>.</summary>
    /// <param name="minValue">The least.</param>
    /// <param name="maxValue">One more than the greatest.</param>
    /// <returns>A random integer between them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first is greater than the second.</exception>
    public static long Random(int minValue, int maxValue) => System.Random.Shared.Next(minValue, maxValue);

    /// <summary><c>math.round</c>.</summary>
    /// <param name="value">A number.</param>
    /// <param name="precision">How many digits to keep of its fraction, 0 to 15.</param>
    /// <returns>The nearest number of so many digits; of two, the even one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The precision is out of range.</exception>
    public static double Round(double value, int precision) => Math.Round(value, precision);

    /// <summary><c>value &lt;&lt; bits</c> of integers.</summary>
    /// <param name="value">An integer.</param>
    /// <param name="bits">Which power of two to multiply it with; to divide it by, if it is less than zero.</param>
    /// <returns>The product, rounded down.</returns>
    /// <exception cref="OverflowException">It does not fit 64 bits, or <paramref name="bits"/> is further from zero than 1,048,576.</exception>
    public static long ShiftLeft(long value, long bits) =>
        bits is < -MostBits or > MostBits ? throw new OverflowException($"No integer is shifted by {bits} bits.")
        : bits <= 0 ? value >> (int)Math.Min(-bits, 63)
        : value == 0 ? 0
        : bits < 64 && value << (int)bits >> (int)bits == value ? value << (int)bits
        : throw new OverflowException($"{value} << {bits} does not fit 64 bits.");

    /// <summary><c>value &lt;&lt; bits</c> where one of both is no integer.</summary>
    /// <param name="value">A number.</param>
    /// <param name="bits">Which power of two to multiply it with.</param>
    /// <returns>The product.</returns>
    public static double ShiftLeft(double value, double bits) => value * Math.Pow(2, bits);

    /// <summary><c>value &gt;&gt; bits</c> of integers.</summary>
    /// <param name="value">An integer.</param>
    /// <param name="bits">Which power of two to divide it by; to multiply it with, if it is less than zero.</param>
    /// <returns>The quotient, rounded down.</returns>
    /// <inheritdoc cref="ShiftLeft(long, long)" path="/exception"/>
    public static long ShiftRight(long value, long bits) => ShiftLeft(value, checked(-bits));

    /// <summary><c>value &gt;&gt; bits</c> where one of both is no integer.</summary>
    /// <param name="value">A number.</param>
    /// <param name="bits">Which power of two to divide it by.</param>
    /// <returns>The quotient.</returns>
    public static double ShiftRight(double value, double bits) => value / Math.Pow(2, bits);

    /// <summary><c>math.uuid</c>.</summary>
    /// <returns>A random id.</returns>
    public static string Uuid() => ValueText.Of(Guid.NewGuid());

    // As Scriban converts them: beyond 53 bits, a BigInteger is cut off where a long is rounded.
    private static double ToDouble(long value) => value is > -MostExact and < MostExact ? value : (double)(BigInteger)value;

    private static CultureInfo CultureOf(string? name) => name is null ? CultureInfo.InvariantCulture : new CultureInfo(name);
}
