using System.Globalization;

namespace PromptKit.Generators.Tests.Differential;

/// <content>Integers and numbers.</content>
internal sealed partial class RandomTemplate
{
    private string Integer(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.Integer, "0", "1", "-3", "7", "0x1F", "1_000", "+2", "0b11");
        }

        return _random.Next(13) switch
        {
            0 or 1 => $"({Integer(depth - 1)} {Pick("+", "-", "*")} {Integer(depth - 1)})",
            2 => $"({Integer(depth - 1)} {Pick("//", "%")} {Pick("2", "3", "-2", Integer(0))})",
            3 => $"({Condition(depth - 1)} ? {Integer(depth - 1)} : {Integer(depth - 1)})",
            4 => $"({MaybeInteger()} ?? {Integer(depth - 1)})",
            5 => $"(({Known(ValueKind.Integers, "[4, 5]")})[{_random.Next(-3, 4)}] ?? {Integer(depth - 1)})",
            6 or 7 => IntegerFunction(depth - 1),
            8 => $"(-{Integer(0)})",
            9 => Narrowed(Integer, isCondition: false),
            10 => $"({FlatInteger()})",
            11 => $"({Integer(depth - 1)} {Pick("<<", ">>")} {Pick("1", "0", "3", "70", "-2", Integer(0))})",
            _ => Integer(0),
        };
    }

    private string IntegerFunction(int depth) =>
        Pick(
            $"(string.size {Text(0)})",
            $"({Text(depth)} | string.size)",
            $"({Texts(depth)} | array.size)",
            $"({Integer(depth)} | math.abs)",
            $"({Integer(depth)} | math.{Pick("plus", "minus", "times")} {Positive(Integer(0))})",
            $"({Integers(depth)} | array.first ?? 1)",
            $"(object.size {Pick(Known(ValueKind.Text, "\"ab\""), Known(ValueKind.Texts, "[1]"), Known(ValueKind.Prices, "[]"))})",
            $"({Text(0)} | string.index_of {Text(0)})",
            $"({Text(0)} | string.to_int ?? 5)",
            $"({Text(depth)}).size",
            PartOfTime()
        );

    private string MaybeInteger() =>
        Known(ValueKind.MaybeInteger, "(true ? null : 1)", "(\"7\" | string.to_int)", "(\"x\" | string.to_long)");

    private string Small() => _random.Next(-1, 4).ToString(CultureInfo.InvariantCulture);

    private string Number(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.Number, "0.5", "-2.0", "1e3", "1.25", "2.5d");
        }

        return _random.Next(10) switch
        {
            0 or 1 =>
                $"({Number(depth - 1)} {Pick("+", "-", "*", "/", "//", "%", "<<", ">>")} {Pick(Number(depth - 1), Integer(depth - 1))})",
            2 => $"({Integer(depth - 1)} / {Integer(depth - 1)})",
            3 => $"(-{Number(0)})",
            4 => $"({Known(ValueKind.MaybeNumber, "1.5")} ?? {Number(depth - 1)})",
            5 => $"({Condition(depth - 1)} ? {Number(0)} : {Number(depth - 1)})",
            6 =>
                $"({Number(depth - 1)} | math.{Pick("abs", "ceil", "floor", "round", "round 1", "round precision: 2", "times 2", "divided_by 2.5")})",
            8 => $"{Duration(1)}.total_{Pick("days", "hours", "minutes", "seconds", "milliseconds")}",
            7 => $"({Text(0)} | string.to_double ?? {Number(0)})",
            _ => Number(0),
        };
    }
}
