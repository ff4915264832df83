using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes expressions of rendering code.</summary>
internal static class ExpressionCode
{
    public static string Write(BoundExpression expression) =>
        expression switch
        {
            LiteralExpression literal => Literal(literal.Value),
            ChoiceExpression choice => $"{choice.Choice.Code}.{choice.Name}",
            InputExpression => "input",
            LocalExpression local => local.Name,
            IncludeExpression include => $"{include.Function}(ref writer)",
            MemberExpression member => $"{Operand(member.Target)}{(member.Target.IsNullable ? "?." : ".")}{member.Property}",
            UnionMemberExpression member => UnionMember(member),
            SizeExpression size => Size(size),
            PresentExpression present => Present(present.Operand),
            TextExpression text => Text(text),
            ItemExpression item => Item(item),
            ListExpression list => List(list),
            SliceExpression slice => Slice(slice),
            RangeExpression range =>
                $"{Names.TemplateValues}.Range({Write(range.From)}, {Write(range.To)}, isInclusive: {(range.IsInclusive ? "true" : "false")})",
            LoopFactExpression fact => Fact(fact),
            NotExpression not => Not(not.Operand),
            NegateExpression negate => negate.Type == negate.Operand.Type && IsInteger(negate)
                ? $"checked(-{Operand(negate.Operand)})"
                : $"-{Operand(negate.Operand)}",
            IsPresentExpression present => $"{Operand(present.Operand)} is not null",
            IsComputedExpression computed => $"{Operand(computed.Operand)} is var _",
            IsTrueExpression { Operand.Type: BoundScalar { Kind: ScalarKind.Any } } isTrue =>
                $"{Names.TemplateAny}.IsTrue({Write(isTrue.Operand)})",
            IsTrueExpression isTrue => $"{Operand(isTrue.Operand)} == true",
            ObjectExpression literal => ObjectCode.Write(literal),
            AnyExpression any => $"{Names.TemplateAny}.Value({Write(any.Operand)})",
            AnyMemberExpression member => $"{Names.TemplateAny}.At({Write(member.Target)}, {Write(member.Key)})",
            AnyLiteralExpression { Operand: ListExpression } => $"{Names.TemplateAny}.EmptyList",
            AnyLiteralExpression any => $"{Names.TemplateAny}.Of({Write(any.Operand)})",
            AnyEqualExpression equal => $"{Names.TemplateAny}.AreEqual({Write(equal.Any)}, {Write(equal.Other)})",
            CharacterExpression character => $"{Names.TemplateValues}.Character({Write(character.Text)}, {Write(character.Index)})",
            ItemsExpression items => ObjectCode.Items(items),
            JoinedListExpression joined => ObjectCode.Join(joined),
            IsEmptyExpression isEmpty => ObjectCode.IsEmpty(isEmpty),
            OperationExpression operation => Operation(operation),
            ChosenExpression chosen => Chosen(chosen),
            CallExpression call => Call(call),
            JsonExpression json => Json(json),
            LambdaExpression function => $"{function.Parameter} => {Result(function.Result)}",
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    /// <summary>An expression as a part of another: in parentheses where it needs them.</summary>
    public static string Operand(BoundExpression expression)
    {
        var code = Write(expression);
        var isWhole = expression switch
        {
            LiteralExpression { Value: long or int or double } => code[0] != '-',
            OperationExpression operation => IsCall(operation.Operator),
            SizeExpression or LoopFactExpression or NotExpression or IsPresentExpression or IsTrueExpression or ChosenExpression => false,
            IsComputedExpression or IsEmptyExpression or JoinedListExpression or UnionMemberExpression => false,
            ListExpression list => list.Items.Count == 0,
            NegateExpression => IsInteger(expression),
            MemberExpression => code.IndexOf("?.", StringComparison.Ordinal) < 0,
            _ => true,
        };
        return isWhole ? code : $"({code})";
    }

    // A union has no other cases: what stands behind them is for null.
    private static string UnionMember(UnionMemberExpression member)
    {
        var arms = member.Arms.Select(arm =>
            $"{arm.Case.Code}{(arm.Value is LiteralExpression ? "" : " " + member.Variable)} => {Write(arm.Value)}"
        );
        var otherwise =
            member.IsNullable ? $"default({member.Type.NullableCode})"
            : member.Type.IsValueType ? $"default({member.Type.Code})"
            : $"default({member.Type.Code})!";
        return $"{Operand(member.Target)} switch {{ {string.Join(", ", arms)}, _ => {otherwise} }}";
    }

    // C# takes the type of a list's items from what the function returns, and parts of dates and times are integers of 32 bits.
    private static string Result(BoundExpression value) =>
        IsInteger(value) && IsPartOfTime(value) ? $"({(value.IsNullable ? "long?" : "long")}){Operand(value)}" : Write(value);

    private static bool IsPartOfTime(BoundExpression value) =>
        value switch
        {
            MemberExpression member => member.Target.Type is BoundMoment or BoundDuration,
            PresentExpression present => IsPartOfTime(present.Operand),
            ChosenExpression chosen => IsPartOfTime(chosen.Then) || IsPartOfTime(chosen.Else),
            OperationExpression operation => IsPartOfTime(operation.Left) || IsPartOfTime(operation.Right),
            _ => false,
        };

    private static bool IsInteger(BoundExpression expression) => expression.Type is BoundScalar { Kind: ScalarKind.Integer };

    private static bool IsCall(BoundOperator symbol) =>
        symbol
            is BoundOperator.AddIntegers
                or BoundOperator.SubtractIntegers
                or BoundOperator.MultiplyIntegers
                or BoundOperator.DivideIntegers
                or BoundOperator.DivideRounded
                or BoundOperator.ShiftIntegersLeft
                or BoundOperator.ShiftIntegersRight
                or BoundOperator.ShiftLeft
                or BoundOperator.ShiftRight
                or BoundOperator.Repeat;

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            string text => CSharpText.Literal(text),
            bool flag => flag ? "true" : "false",
            long.MinValue => "long.MinValue",
            long integer => integer.ToString(CultureInfo.InvariantCulture) + "L",
            int small => small.ToString(CultureInfo.InvariantCulture),
            double number when double.IsNaN(number) => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };

    private static string Call(CallExpression call)
    {
        if (call.Method[0] == '.')
        {
            return $"{Operand(call.Arguments[0])}{call.Method}({string.Join(", ", call.Arguments.Skip(1).Select(Argument))})";
        }

        var method =
            char.IsLower(call.Method[0]) || call.Method.StartsWith("global::", StringComparison.Ordinal)
                ? call.Method
                : Names.Rendering + call.Method;
        return $"{method}({string.Join(", ", call.Arguments.Select(Argument))})";
    }

    private static string Json(JsonExpression json)
    {
        var (type, value) = (json.Operand.Type, Argument(json.Operand));
        var indent = json.Indent is null ? "" : $", {Write(json.Indent)}";
        if (type is BoundScalar { Kind: not (ScalarKind.Any or ScalarKind.Media) } or BoundCaptured or BoundCharacter)
        {
            return $"{Names.Rendering}JsonFunctions.Json({value})";
        }

        var present = json.Operand.IsNullable && type.IsValueType ? "item!.Value" : "item!";
        var write = JsonCode.Write(type, json.Operand.IsNullable ? present : "item", isShown: true);
        return $"{Names.Rendering}JsonFunctions.Json({value}, static (writer, item) => {write}{indent})";
    }

    /// <summary>An expression as an argument: an empty list has no type of its own there.</summary>
    public static string Argument(BoundExpression argument) =>
        argument is ListExpression { Items.Count: 0 } ? $"({argument.Type.Code})[]" : Write(argument);

    private static string Size(SizeExpression size)
    {
        var member = size.Target.Type is BoundList ? "Count" : "Length";
        var target = size.Target is ListExpression { Items.Count: 0 } ? $"({Argument(size.Target)})" : Operand(size.Target);
        return size.IsNullable ? $"(long?){target}?.{member}" : $"(long){target}.{member}";
    }

    private static string Present(BoundExpression operand) =>
        JsonCode.IsValueType(operand.Type) ? $"{Operand(operand)}!.Value" : $"{Operand(operand)}!";

    private static string Text(TextExpression text)
    {
        var operand = text.Operand;
        if (operand.Type is BoundList or BoundMap or BoundShape or BoundEntry or BoundDeclaredType { IsEnum: false })
        {
            return ObjectCode.Text(operand);
        }

        if (operand.Type is BoundScalar { Kind: ScalarKind.Any })
        {
            return ObjectCode.Text(operand);
        }

        if (operand.Type is BoundDeclaredType choice)
        {
            return $"{choice.Converter}.Text({Write(operand)}){(operand.IsNullable ? "" : "!")}";
        }

        var method = text.Form == TextForm.Printed ? "TextOf" : "InterpolatedTextOf";
        return $"{Names.TemplateValues}.{method}({Write(operand)})";
    }

    private static string Item(ItemExpression item)
    {
        var allowsNull = item.Target.Type is BoundList { AllowsNull: true } or BoundMap { AllowsNull: true };
        var method = JsonCode.IsValueType(item.Type) && !allowsNull ? "ValueAt" : "At";
        return $"{Names.TemplateValues}.{method}({Write(item.Target)}, {Write(item.Index)})";
    }

    // An empty list takes its type from what stands beside it.
    private static string List(ListExpression list) =>
        list.Items.Count == 0 ? "[]" : $"({list.Type.Code})[{string.Join(", ", list.Items.Select(Write))}]";

    private static string Slice(SliceExpression slice)
    {
        var offset = slice.Offset is null ? "0" : Write(slice.Offset);
        var limit = slice.Limit is null ? "0" : Write(slice.Limit);
        var isReversed = slice.IsReversed ? "true" : "false";
        return $"{Names.TemplateValues}.Slice({Write(slice.List)}, offset: {offset}, limit: {limit}, isReversed: {isReversed})";
    }

    private static string Fact(LoopFactExpression fact) =>
        fact.Fact switch
        {
            LoopFact.Index when fact.Items.Length == 0 => $"(long){fact.Counter} - 1",
            LoopFact.First when fact.Items.Length == 0 => $"{fact.Counter} == 1",
            LoopFact.Even when fact.Items.Length == 0 => $"{fact.Counter} % 2 != 0",
            LoopFact.Odd when fact.Items.Length == 0 => $"{fact.Counter} % 2 == 0",
            LoopFact.Changed => $"{Names.TemplateValues}.HasChanged({fact.Items}, {fact.Counter})",
            LoopFact.Index => $"(long){fact.Counter}",
            LoopFact.First => $"{fact.Counter} == 0",
            LoopFact.Last => $"{fact.Counter} == {fact.Items}.Count - 1",
            LoopFact.Even => $"{fact.Counter} % 2 == 0",
            LoopFact.Odd => $"{fact.Counter} % 2 != 0",
            LoopFact.Length => $"(long){fact.Items}.Count",
            LoopFact.IndexFromEnd => $"(long)({fact.Items}.Count - 1 - {fact.Counter})",
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };

    private static string Not(BoundExpression operand) =>
        operand is IsPresentExpression present ? $"{Operand(present.Operand)} is null" : $"!{Operand(operand)}";

    private static string Operation(OperationExpression operation)
    {
        if (IsComparison(operation.Operator) && Count(operation.Left) is { } one && Count(operation.Right) is { } other)
        {
            return $"{one} {Symbol(operation.Operator)} {other}";
        }

        var (left, right) = (Operand(operation.Left), Operand(operation.Right));
        return operation.Operator switch
        {
            BoundOperator.AddIntegers => $"checked({left} + {right})",
            BoundOperator.SubtractIntegers => $"checked({left} - {right})",
            BoundOperator.MultiplyIntegers => $"checked({left} * {right})",
            BoundOperator.DivideIntegers => Numbers("Quotient", operation),
            BoundOperator.DivideRounded => $"global::System.Math.Round((double){left} / {right})",
            BoundOperator.ShiftIntegersLeft or BoundOperator.ShiftLeft => Numbers("ShiftLeft", operation),
            BoundOperator.ShiftIntegersRight or BoundOperator.ShiftRight => Numbers("ShiftRight", operation),
            BoundOperator.Repeat => $"{Names.TemplateValues}.Repeat({Write(operation.Left)}, {Write(operation.Right)})",
            BoundOperator.TextLess => $"string.CompareOrdinal({Write(operation.Left)}, {Write(operation.Right)}) < 0",
            BoundOperator.TextLessOrEqual => $"string.CompareOrdinal({Write(operation.Left)}, {Write(operation.Right)}) <= 0",
            BoundOperator.TextGreater => $"string.CompareOrdinal({Write(operation.Left)}, {Write(operation.Right)}) > 0",
            BoundOperator.TextGreaterOrEqual => $"string.CompareOrdinal({Write(operation.Left)}, {Write(operation.Right)}) >= 0",
            _ => $"{left} {Symbol(operation.Operator)} {right}",
        };
    }

    private static string Numbers(string method, OperationExpression operation) =>
        $"global::PromptKit.Rendering.NumberFunctions.{method}({Write(operation.Left)}, {Write(operation.Right)})";

    private static bool IsComparison(BoundOperator symbol) =>
        symbol
            is BoundOperator.Equal
                or BoundOperator.NotEqual
                or BoundOperator.Less
                or BoundOperator.LessOrEqual
                or BoundOperator.Greater
                or BoundOperator.GreaterOrEqual;

    // What .NET counts with 32 bits compares with its like as it is: `tags.Count > 0`.
    private static string? Count(BoundExpression expression)
    {
        const string cast = "(long)";
        return expression switch
        {
            LiteralExpression { Value: long and >= int.MinValue and <= int.MaxValue } literal => Literal((int)(long)literal.Value),
            SizeExpression { IsNullable: false } or LoopFactExpression { Fact: LoopFact.Index or LoopFact.Length, Items.Length: > 0 } =>
                Write(expression).Substring(cast.Length),
            _ => null,
        };
    }

    private static string Symbol(BoundOperator symbol) =>
        symbol switch
        {
            BoundOperator.Add or BoundOperator.Concat => "+",
            BoundOperator.Subtract => "-",
            BoundOperator.Multiply => "*",
            BoundOperator.Divide or BoundOperator.DivideWhole => "/",
            BoundOperator.Modulus or BoundOperator.ModulusOfIntegers => "%",
            BoundOperator.Equal => "==",
            BoundOperator.NotEqual => "!=",
            BoundOperator.Less => "<",
            BoundOperator.LessOrEqual => "<=",
            BoundOperator.Greater => ">",
            BoundOperator.GreaterOrEqual => ">=",
            BoundOperator.And => "&&",
            BoundOperator.Or => "||",
            BoundOperator.Coalesce => "??",
            _ => throw new ArgumentOutOfRangeException(nameof(symbol)),
        };

    // Beside null, a value type must say that it may be null itself.
    private static string Chosen(ChosenExpression chosen)
    {
        var cast = chosen.IsNullable && JsonCode.IsValueType(chosen.Type) ? $"({chosen.Type.NullableCode})" : "";
        return $"{Operand(chosen.Condition)} ? {cast}{Operand(chosen.Then)} : {Operand(chosen.Else)}";
    }
}
