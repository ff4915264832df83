using System.Numerics;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Computes operations on constants. C# would compute them too, but refuse what overflows and warn of what then cannot be reached.
/// </summary>
internal static class ConstantFolding
{
    /// <summary>How far integers are shifted at most: Scriban's own bound.</summary>
    public const long MostBits = 1_048_576;

    /// <returns>The result; null when an operand is no constant.</returns>
    /// <exception cref="ArithmeticException">The operation has no result.</exception>
    public static LiteralExpression? Fold(BoundOperator symbol, BoundExpression left, BoundExpression right)
    {
        if (left is not LiteralExpression { Value: { } one } || right is not LiteralExpression { Value: { } other })
        {
            return null;
        }

        return (one, other) switch
        {
            (long a, long b) => FoldIntegers(symbol, a, b),
            (bool a, bool b) => FoldBooleans(symbol, a, b),
            (string a, string b) => FoldTexts(symbol, a, b),
            (double or long, double or long) => FoldNumbers(symbol, ToDouble(one), ToDouble(other)),
            _ => null,
        };
    }

    private static double ToDouble(object value) => value is long integer ? integer : (double)value;

    private static LiteralExpression? FoldIntegers(BoundOperator symbol, long a, long b) =>
        symbol switch
        {
            BoundOperator.AddIntegers => Of(checked(a + b)),
            BoundOperator.SubtractIntegers => Of(checked(a - b)),
            BoundOperator.MultiplyIntegers => Of(checked(a * b)),
            BoundOperator.DivideWhole => Of(a / b),
            BoundOperator.ModulusOfIntegers => Of(b == -1 ? 0 : a % b),
            BoundOperator.ShiftIntegersLeft => Of(ShiftLeft(a, b)),
            BoundOperator.ShiftIntegersRight => Of(ShiftLeft(a, -b)),
            // As Scriban does: beyond 53 bits, this conversion is another than that of a long.
            BoundOperator.DivideIntegers => Of((double)(BigInteger)a / (double)(BigInteger)b),
            BoundOperator.Equal => Of(a == b),
            BoundOperator.NotEqual => Of(a != b),
            BoundOperator.Less => Of(a < b),
            BoundOperator.LessOrEqual => Of(a <= b),
            BoundOperator.Greater => Of(a > b),
            BoundOperator.GreaterOrEqual => Of(a >= b),
            _ => null,
        };

    // By less than nothing, to the right. C# takes the lowest six bits of how far.
    private static long ShiftLeft(long value, long bits)
    {
        if (bits is < -MostBits or > MostBits)
        {
            throw new OverflowException();
        }

        if (bits <= 0)
        {
            return value >> (int)Math.Min(-bits, 63);
        }

        var shifted = value << (int)Math.Min(bits, 63);
        return value == 0 || (bits < 64 && shifted >> (int)bits == value) ? shifted : throw new OverflowException();
    }

    private static LiteralExpression? FoldNumbers(BoundOperator symbol, double a, double b) =>
        symbol switch
        {
            BoundOperator.Add => Of(a + b),
            BoundOperator.Subtract => Of(a - b),
            BoundOperator.Multiply => Of(a * b),
            BoundOperator.Divide => Of(a / b),
            BoundOperator.DivideRounded => Of(Math.Round(a / b)),
            BoundOperator.Modulus => Of(a % b),
            BoundOperator.ShiftLeft => Of(a * Math.Pow(2, b)),
            BoundOperator.ShiftRight => Of(a / Math.Pow(2, b)),
            BoundOperator.Equal => Of(a == b),
            BoundOperator.NotEqual => Of(a != b),
            BoundOperator.Less => Of(a < b),
            BoundOperator.LessOrEqual => Of(a <= b),
            BoundOperator.Greater => Of(a > b),
            BoundOperator.GreaterOrEqual => Of(a >= b),
            _ => null,
        };

    private static LiteralExpression? FoldBooleans(BoundOperator symbol, bool a, bool b) =>
        symbol switch
        {
            BoundOperator.Equal => Of(a == b),
            BoundOperator.NotEqual => Of(a != b),
            _ => null,
        };

    private static LiteralExpression? FoldTexts(BoundOperator symbol, string a, string b) =>
        symbol switch
        {
            BoundOperator.Concat => new LiteralExpression(a + b, ValueTypes.Text),
            BoundOperator.Equal => Of(a == b),
            BoundOperator.NotEqual => Of(a != b),
            BoundOperator.TextLess => Of(string.CompareOrdinal(a, b) < 0),
            BoundOperator.TextLessOrEqual => Of(string.CompareOrdinal(a, b) <= 0),
            BoundOperator.TextGreater => Of(string.CompareOrdinal(a, b) > 0),
            BoundOperator.TextGreaterOrEqual => Of(string.CompareOrdinal(a, b) >= 0),
            _ => null,
        };

    /// <summary>A constant with its type.</summary>
    public static LiteralExpression Literal(object? value) =>
        new(
            value,
            value switch
            {
                string => ValueTypes.Text,
                bool => ValueTypes.Boolean,
                long or int => ValueTypes.Integer,
                double => ValueTypes.Number,
                _ => BoundNull.Type,
            }
        );

    public static LiteralExpression Of(bool value) => new(value, ValueTypes.Boolean);

    private static LiteralExpression Of(long value) => new(value, ValueTypes.Integer);

    private static LiteralExpression Of(double value) => new(value, ValueTypes.Number);
}
