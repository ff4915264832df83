using System.ComponentModel;
using System.Globalization;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>math.*</c> of templates: what Scriban's give under the invariant culture. For generated code: its shape may change with
/// any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NumberFunctions
{
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

    /// <summary><c>math.uuid</c>.</summary>
    /// <returns>A random id.</returns>
    public static string Uuid() => ValueText.Of(Guid.NewGuid());

    private static CultureInfo CultureOf(string? name) => name is null ? CultureInfo.InvariantCulture : new CultureInfo(name);
}
