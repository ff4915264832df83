namespace PromptKit.Generators.Tests.Differential;

/// <content>Conditions and booleans.</content>
internal sealed partial class RandomTemplate
{
    private string Condition(int depth)
    {
        if (depth == 0)
        {
            return _random.Next(6) switch
            {
                0 => _scope.Find(ValueKind.MaybeText) ?? "false",
                1 => _scope.Find(ValueKind.MaybeBoolean) ?? "true",
                2 => _scope.Find(ValueKind.Anything) ?? "(null)",
                3 => _scope.Find(Chance(2) ? ValueKind.MaybePlace : ValueKind.MaybeUnion) ?? "!true",
                4 => Comparison(0),
                _ => Boolean(0),
            };
        }

        return _random.Next(15) switch
        {
            0 or 1 => Comparison(depth - 1),
            2 => $"({Condition(depth - 1)} {Pick("&&", "||")} {Condition(depth - 1)})",
            3 => $"!({Condition(depth - 1)})",
            4 => $"({Maybe()} {Pick("==", "!=")} null)",
            5 => $"({MaybeText(0)} {Pick("==", "!=")} {Pick(Text(depth - 1), MaybeText(0))})",
            6 => $"({MaybeInteger()} {Pick("==", "!=")} {Integer(depth - 1)})",
            7 => Emptiness(),
            8 => Any(),
            9 => $"({Known(ValueKind.Choice, "\"x\"")} {Pick("==", "!=")} {Pick("\"pro\"", "'free'", Known(ValueKind.Choice, "\"pro\""))})",
            10 => $"({Union(0)}.kind {Pick("==", "!=")} {Pick("\"circle\"", "'group'", "'dot'")})",
            11 => Narrowed(Condition, isCondition: true),
            12 => $"({FlatCondition()})",
            13 when Include() is { } include => $"(({include}) {Pick("==", "!=")} {Text(0)})",
            _ => Boolean(depth),
        };
    }

    private string Boolean(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.Boolean, "true", "!false", "(1 < 2)");
        }

        return _random.Next(8) switch
        {
            0 => $"({Text(depth - 1)} | string.{Pick("contains", "starts_with", "ends_with", "equals_ignore_case")} {Text(0)})",
            1 => $"(string.{Pick("empty", "whitespace")} {Pick(Text(0), MaybeText(0))})",
            2 => $"(array.contains {Texts(0)} {Text(0)})",
            3 => $"({Integers(0)} | array.contains {Positive(Integer(0))})",
            4 => $"(math.is_number {Pick(Text(0), Positive(Integer(0)), Known(ValueKind.Number, "1.5"))})",
            5 when _scope.Find(ValueKind.Prices) is { } prices =>
                $"({prices} | object.{Pick("has_key", "has_value")} {Pick("\"apple\"", "name")})",
            6 => $"({Condition(depth - 1)} ? {Boolean(0)} : {Boolean(0)})",
            _ => Comparison(depth - 1),
        };
    }

    private string Comparison(int depth) =>
        _random.Next(5) switch
        {
            3 => $"({Instant(depth)} {Compare()} {Instant(0)})",
            4 => Pick($"({Duration(depth)} {Pick("==", "!=")} {Duration(0)})", $"({Boolean(0)} {Pick("==", "!=")} {Boolean(0)})"),
            0 => $"({Integer(depth)} {Compare()} {Pick(Integer(depth), Number(depth))})",
            1 => $"({Number(depth)} {Compare()} {Pick(Integer(depth), Number(depth))})",
            _ => $"({Text(depth)} {Compare()} {Pick(Text(depth), Text(0), Integer(0))})",
        };

    private string Compare() => Pick("==", "!=", "<", "<=", ">", ">=");

    private string Emptiness() =>
        Pick(
            $"{Text(0)}.empty?",
            $"({Texts(0)} {Pick("==", "!=")} empty)",
            $"({Integers(0)}).empty?",
            $"({Known(ValueKind.Prices, "[]")} == empty)",
            $"({Unions(0)} {Pick("==", "!=")} empty)",
            $"({Known(ValueKind.MaybeTexts, "[1]")} ?? []).empty?"
        );

    private string Any() =>
        _isFunction
            ? Boolean(0)
            : Pick(
                $"({Texts(1)} | array.any {InPlace(ValueKind.Text, Comparison)})",
                $"(array.any {Integers(0)} {InPlace(ValueKind.Integer, Comparison)})",
                $"({Items(0)} | array.any {InPlace(ValueKind.Item, Boolean)})",
                $"({Unions(0)} | array.any {InPlace(ValueKind.Union, Boolean)})",
                $"({Texts(0)} | array.any @string.{Pick("empty", "whitespace")})"
            );

    // A function written in place, of an argument of this kind.
    private string InPlace(ValueKind kind, Func<int, string> result)
    {
        var known = _scope.Count;
        if (kind == ValueKind.Union)
        {
            RandomSchema.AddUnion(_scope, "$0");
            RandomSchema.AddUnion(_scope, "$0");
        }
        else if (kind == ValueKind.Item)
        {
            RandomSchema.AddItem(_scope, "$0");
            RandomSchema.AddItem(_scope, "$0");
        }
        else
        {
            _scope.Add(kind, "$0", "$0", "$0", "$0");
        }

        _isFunction = _scope.IsFunction = true;
        var body = $"@(do; ret {result(1)}; end)";
        _isFunction = _scope.IsFunction = false;
        _scope.Restore(known);
        return body;
    }

    private string Maybe() =>
        _scope.Find(
            _random.Next(7) switch
            {
                0 => ValueKind.MaybeInteger,
                1 => ValueKind.MaybeNumber,
                2 => ValueKind.MaybeBoolean,
                3 => ValueKind.MaybePlace,
                4 => ValueKind.Anything,
                5 => ValueKind.MaybeUnion,
                _ => ValueKind.MaybeText,
            }
        ) ?? "null";
}
