using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Operators, with Scriban's meaning of each.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression? BindBinary(BinaryNode node)
    {
        if (node.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return BindEquality(node).Value;
        }

        var (left, right) = (Bind(node.Left), Bind(node.Right));
        return left is null || right is null ? null : BindOperator(node, left, right);
    }

    /// <summary>Binds an operator that is no comparison for equality.</summary>
    public BoundExpression? BindOperator(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (node.Operator == BinaryOperator.Coalesce)
        {
            return BindCoalesce(node, left, right);
        }

        if (node.Operator == BinaryOperator.WhenPresent)
        {
            return BindWhenPresent(left, right);
        }

        if (!CheckPresent(left, node.Left, "computed with") || !CheckPresent(right, node.Right, "computed with"))
        {
            return null;
        }

        return node.Operator switch
        {
            BinaryOperator.RangeInclusive or BinaryOperator.RangeExclusive => BindRange(node, left, right),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => BindOrder(
                node,
                left,
                right
            ),
            _ when BindTimes(node, left, right) is { } time => time,
            BinaryOperator.Add when left.Type is BoundList && left.Type == right.Type => new JoinedListExpression(left, right),
            _ when ValueTypes.IsText(left.Type) || ValueTypes.IsText(right.Type) => BindTextOperation(node, left, right),
            _ => BindArithmetic(node, left, right),
        };
    }

    private BoundExpression? BindTextOperation(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (node.Operator == BinaryOperator.Add && ValueTypes.HasText(left.Type) && ValueTypes.HasText(right.Type))
        {
            return Concat(ToText(left), ToText(right));
        }

        if (node.Operator == BinaryOperator.Multiply && (left.Type == ValueTypes.Integer || right.Type == ValueTypes.Integer))
        {
            var (text, count) = left.Type == ValueTypes.Integer ? (right, left) : (left, right);
            // Few times a long text may be too much as well.
            scope.MayOverflow = true;
            return new OperationExpression(BoundOperator.Repeat, ToText(text), count, ValueTypes.Text, IsNullable: false);
        }

        return RefuseOperands(node, left, right, "Strings have '+', and '*' with an integer.");
    }

    private BoundExpression? BindArithmetic(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (!ValueTypes.IsNumeric(left.Type) || !ValueTypes.IsNumeric(right.Type))
        {
            var areLists = left.Type is BoundList && right.Type is BoundList;
            return RefuseOperands(node, left, right, areLists ? "Join lists of one type with '+'." : "Use numbers.");
        }

        var areIntegers = left.Type == ValueTypes.Integer && right.Type == ValueTypes.Integer;
        var symbol = node.Operator switch
        {
            BinaryOperator.Add => areIntegers ? BoundOperator.AddIntegers : BoundOperator.Add,
            BinaryOperator.Subtract => areIntegers ? BoundOperator.SubtractIntegers : BoundOperator.Subtract,
            BinaryOperator.Multiply => areIntegers ? BoundOperator.MultiplyIntegers : BoundOperator.Multiply,
            BinaryOperator.Divide => areIntegers ? BoundOperator.DivideIntegers : BoundOperator.Divide,
            BinaryOperator.DivideWhole => areIntegers ? BoundOperator.DivideWhole : BoundOperator.DivideRounded,
            BinaryOperator.Modulus => areIntegers ? BoundOperator.ModulusOfIntegers : BoundOperator.Modulus,
            BinaryOperator.ShiftLeft => areIntegers ? BoundOperator.ShiftIntegersLeft : BoundOperator.ShiftLeft,
            BinaryOperator.ShiftRight => areIntegers ? BoundOperator.ShiftIntegersRight : BoundOperator.ShiftRight,
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        if (symbol is BoundOperator.DivideWhole or BoundOperator.ModulusOfIntegers && right is LiteralExpression { Value: 0L })
        {
            return RefuseOperands(node, left, right, "The divisor is zero.");
        }

        var type = areIntegers && symbol != BoundOperator.DivideIntegers ? ValueTypes.Integer : ValueTypes.Number;
        scope.MayOverflow |= areIntegers;
        try
        {
            return (BoundExpression?)ConstantFolding.Fold(symbol, left, right)
                ?? new OperationExpression(symbol, left, right, type, IsNullable: false);
        }
        catch (ArithmeticException)
        {
            var isTooFar =
                symbol is BoundOperator.ShiftIntegersLeft or BoundOperator.ShiftIntegersRight
                && right is LiteralExpression { Value: < -ConstantFolding.MostBits or > ConstantFolding.MostBits };
            return RefuseOperands(node, left, right, isTooFar ? "Shift by 1,048,576 bits at most." : "The result does not fit 64 bits.");
        }
    }

    private BoundExpression? BindOrder(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        var areTexts = ValueTypes.IsText(left.Type) || ValueTypes.IsText(right.Type);
        var isAllowed = areTexts
            ? ValueTypes.HasText(left.Type) && ValueTypes.HasText(right.Type)
            : (ValueTypes.IsNumeric(left.Type) && ValueTypes.IsNumeric(right.Type))
                || (left.Type is BoundMoment && right.Type is BoundMoment);
        if (!isAllowed)
        {
            var areDurations = left.Type is BoundDuration && right.Type is BoundDuration;
            return RefuseOperands(node, left, right, areDurations ? "Compare their 'total_seconds'." : "Compare numbers, or texts.");
        }

        if (areTexts)
        {
            WarnIfMixed(node, left, right);
            (left, right) = (ToText(left), ToText(right));
        }

        var symbol = node.Operator switch
        {
            BinaryOperator.Less => areTexts ? BoundOperator.TextLess : BoundOperator.Less,
            BinaryOperator.LessOrEqual => areTexts ? BoundOperator.TextLessOrEqual : BoundOperator.LessOrEqual,
            BinaryOperator.Greater => areTexts ? BoundOperator.TextGreater : BoundOperator.Greater,
            _ => areTexts ? BoundOperator.TextGreaterOrEqual : BoundOperator.GreaterOrEqual,
        };
        return Compare(symbol, left, right);
    }

    // C# warns of what is compared with itself.
    private static BoundExpression Compare(BoundOperator symbol, BoundExpression left, BoundExpression right)
    {
        if (left == right && left.Type != ValueTypes.Number)
        {
            var isTrue =
                symbol
                is BoundOperator.Equal
                    or BoundOperator.TextLessOrEqual
                    or BoundOperator.TextGreaterOrEqual
                    or BoundOperator.LessOrEqual
                    or BoundOperator.GreaterOrEqual;
            return KnownResult.Of(isTrue, left);
        }

        return (BoundExpression?)ConstantFolding.Fold(symbol, left, right)
            ?? new OperationExpression(symbol, left, right, ValueTypes.Boolean, IsNullable: false);
    }

    private BoundExpression? BindEquality(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        var symbol = node.Operator == BinaryOperator.Equal ? BoundOperator.Equal : BoundOperator.NotEqual;
        if (IsNullConstant(left) || IsNullConstant(right))
        {
            return CompareWithNull(IsNullConstant(right) ? left : right, symbol == BoundOperator.Equal);
        }

        if (IsAny(left.Type) != IsAny(right.Type))
        {
            return BindAnyEquality(node, left, right);
        }

        if (ChoiceOf(node.Left, node.Right, left, right) is var (choice, other, text) && choice is not null)
        {
            return BindChoice(symbol, choice, other!, text!);
        }

        if (!CheckCase(node, left, right))
        {
            return null;
        }

        if (left.Type == right.Type && left.Type is BoundDeclaredType { IsEnum: true })
        {
            return Compare(symbol, left, right);
        }

        if (ValueTypes.IsText(left.Type) || ValueTypes.IsText(right.Type))
        {
            if (!ValueTypes.HasText(left.Type) || !ValueTypes.HasText(right.Type) || AreTwoEnums(left.Type, right.Type))
            {
                return RefuseOperands(node, left, right, "Compare values of one type.");
            }

            WarnIfMixed(node, left, right);
            return Compare(symbol, ToText(left), ToText(right));
        }

        var isAllowed =
            (ValueTypes.IsNumeric(left.Type) && ValueTypes.IsNumeric(right.Type))
            || (left.Type == ValueTypes.Boolean && right.Type == ValueTypes.Boolean)
            || (left.Type == right.Type && left.Type is BoundMoment or BoundDuration);
        return isAllowed ? Compare(symbol, left, right) : RefuseOperands(node, left, right, "Compare values of one type.");
    }

    private static BoundExpression CompareWithNull(BoundExpression value, bool isEqual)
    {
        if (IsNullConstant(value) || !value.IsNullable)
        {
            return KnownResult.Of(IsNullConstant(value) == isEqual, value);
        }

        var isPresent = new IsPresentExpression(value, ValueTypes.Boolean);
        return isEqual ? Not(isPresent) : isPresent;
    }

    private static bool AreTwoEnums(BoundType left, BoundType right) =>
        left is BoundDeclaredType { IsEnum: true } && right is BoundDeclaredType { IsEnum: true };

    // An enum beside a text that the template itself holds.
    private static (BoundExpression? Choice, string? Text, ExpressionNode? Node) ChoiceOf(
        ExpressionNode leftNode,
        ExpressionNode rightNode,
        BoundExpression left,
        BoundExpression right
    ) =>
        (left, right) switch
        {
            ({ Type: BoundDeclaredType { IsEnum: true } }, LiteralExpression { Value: string text }) => (left, text, rightNode),
            (LiteralExpression { Value: string text }, { Type: BoundDeclaredType { IsEnum: true } }) => (right, text, leftNode),
            _ => default,
        };

    private BoundExpression? BindChoice(BoundOperator symbol, BoundExpression choice, string text, ExpressionNode node)
    {
        var type = (BoundDeclaredType)choice.Type;
        if (scope.Types.Find(type) is not BoundEnum declaration)
        {
            return null;
        }

        if (declaration.Values.FirstOrDefault(value => value.Json == text) is { } value)
        {
            return new OperationExpression(symbol, choice, new ChoiceExpression(type, value.Name), ValueTypes.Boolean, IsNullable: false);
        }

        var values = declaration.Values.Select(value => value.Json).ToList();
        diagnostics.Add(
            BindingRules.NotAMember,
            node.Range,
            text,
            type.ShortName,
            Spelling.Suggest(text, values),
            string.Join(", ", values.Select(value => $"'{value}'"))
        );
        return null;
    }

    private void WarnIfMixed(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (
            ValueTypes.IsText(left.Type) != ValueTypes.IsText(right.Type)
            && left.Type is not BoundCaptured
            && right.Type is not BoundCaptured
        )
        {
            var (one, other) = (ValueTypes.Describe(left.Type), ValueTypes.Describe(right.Type));
            diagnostics.Add(BindingRules.MixedComparison, node.OperatorRange, scope.Text[node.OperatorRange], one, other);
        }
    }

    private BoundExpression? BindRange(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (left.Type != ValueTypes.Integer || right.Type != ValueTypes.Integer)
        {
            return RefuseOperands(node, left, right, "A range runs from an integer to an integer.");
        }

        var isInclusive = node.Operator == BinaryOperator.RangeInclusive;
        return new RangeExpression(left, right, isInclusive, new BoundList(ValueTypes.Integer, AllowsNull: false));
    }

    private BoundExpression? BindSign(UnaryNode node)
    {
        if (Bind(node.Operand) is not { } operand || !CheckPresent(operand, node.Operand, "computed with"))
        {
            return null;
        }

        if (!ValueTypes.IsNumeric(operand.Type))
        {
            var symbol = node.Operator == UnaryOperator.Negate ? "-" : "+";
            diagnostics.Add(BindingRules.WrongOperand, node.Operand.Range, symbol, ValueTypes.Describe(operand.Type), "Use numbers.");
            return null;
        }

        scope.MayOverflow |= operand.Type == ValueTypes.Integer;
        return (node.Operator, operand) switch
        {
            (UnaryOperator.Plus, _) => operand,
            (_, LiteralExpression { Value: long and not long.MinValue and var value }) => Literal(-value),
            (_, LiteralExpression { Value: double value }) => Literal(-value),
            _ => new NegateExpression(operand),
        };
    }

    private BoundExpression? RefuseOperands(BinaryNode node, BoundExpression left, BoundExpression right, string remedy)
    {
        remedy =
            left.Type is BoundWeekday || right.Type is BoundWeekday ? "Make a string of the day first: '\"\" + …'."
            : left.Type is BoundCaptured || right.Type is BoundCaptured ? "Make a string of what was captured first: '\"\" + …'."
            : IsAny(left.Type) || IsAny(right.Type) ? "Declare its type in the schema to compute with it."
            : remedy;
        var operands = $"{ValueTypes.Describe(left.Type)} and {ValueTypes.Describe(right.Type)}";
        diagnostics.Add(BindingRules.WrongOperand, node.OperatorRange, scope.Text[node.OperatorRange], operands, remedy);
        return null;
    }
}
