namespace PromptKit.Generators.Tests.Differential;

/// <content>Operators that no parentheses hold together, and operands that the one before says something about.</content>
internal sealed partial class RandomTemplate
{
    // As a whole tag, or in parentheses of its own.
    private string Flat() =>
        _random.Next(7) switch
        {
            0 => FlatInteger(),
            1 => FlatCondition(),
            2 => $"{MaybeText(0)} ?? {MaybeText(0)} ?? {Text(0)} + {Text(0)}",
            3 => $"{Text(0)} + {Operand()} * {_random.Next(1, 3)} + {Text(0)} | {TextFunction()}",
            4 => $"{Text(0)} | string.upcase + {Text(0)} | {TextFunction()}",
            5 => $"{FlatCondition()} ? {Operand()} : {FlatCondition()} ? {Operand()} : {FlatInteger()}",
            _ => $"{Texts(0)} | array.size {Compare()} {FlatInteger()}",
        };

    private string FlatInteger() =>
        Operand()
        + string.Concat(
            Enumerable
                .Range(0, _random.Next(1, 5))
                .Select(_ => Pick(" + ", " - ", " * ", " // 2 % ", " % 3 + ", " >> ", " << 2 - ") + Operand())
        );

    private string Operand() => Known(ValueKind.Integer, "2", "7", "(-3)", "(1 - 4)");

    private string FlatCondition() =>
        FlatTerm() + string.Concat(Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Pick(" && ", " || ") + FlatTerm()));

    private string FlatTerm() =>
        _random.Next(6) switch
        {
            0 => "!" + Known(ValueKind.Boolean, "true"),
            1 => $"{FlatInteger()} {Compare()} {FlatInteger()}",
            2 => $"{Maybe()} {Pick("==", "!=")} null",
            3 => $"{Known(ValueKind.MaybeBoolean, "false")} {Pick("==", "!=")} {Known(ValueKind.Boolean, "true")}",
            4 => Maybe(),
            _ => Known(ValueKind.Boolean, "true", "false"),
        };

    // Something that may be null, where the operand before says that it is not.
    private string Narrowed(Func<int, string> value, bool isCondition)
    {
        var (maybe, kind) = Pick(
            ValueKind.MaybeText,
            ValueKind.MaybeInteger,
            ValueKind.MaybeNumber,
            ValueKind.MaybePlace,
            ValueKind.MaybeUnion
        );
        if (_scope.Find(maybe) is not { } name)
        {
            return value(0);
        }

        var known = _scope.Count;
        Know(kind, name);
        var whenPresent = value(1);
        _scope.Restore(known);
        return isCondition
            ? Pick($"({name} && {whenPresent})", $"(!{name} || {whenPresent})", $"({name} == null || {whenPresent})")
            : Pick(
                $"({name} ? {whenPresent} : {value(0)})",
                $"({name} == null ? {value(0)} : {whenPresent})",
                $"({name} != null && {Condition(0)} ? {whenPresent} : {value(0)})",
                $"(!{name} || {Condition(0)} ? {value(0)} : {whenPresent})"
            );
    }
}
