using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <content>Conditions: only null and false are false, and what holds tells what is not null.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>Binds a condition. What is known afterwards is for the caller to choose.</summary>
    public BoundCondition BindCondition(ExpressionNode node)
    {
        switch (node)
        {
            case UnaryNode { Operator: UnaryOperator.Not } not:
                var operand = BindCondition(not.Operand);
                return new BoundCondition(operand.Value is null ? null : Not(operand.Value), operand.WhenFalse, operand.WhenTrue);
            case BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                return BindBoth(both);
            case BinaryNode { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                return BindEquality(comparison);
            default:
                var value = Bind(node);
                return value is null ? new BoundCondition(Value: null, State, State) : ToCondition(value, node);
        }
    }

    private BoundExpression? BindAsValue(ExpressionNode node)
    {
        var condition = BindCondition(node);
        State = FlowState.Join(condition.WhenTrue, condition.WhenFalse);
        return condition.Value;
    }

    private BoundCondition BindBoth(BinaryNode node)
    {
        var isAnd = node.Operator == BinaryOperator.And;
        var before = State;
        var left = BindCondition(node.Left);
        State = isAnd ? left.WhenTrue : left.WhenFalse;
        var right = BindCondition(node.Right);
        State = before;
        var value = left.Value is null || right.Value is null ? null : Combine(isAnd, left, right);
        return isAnd
            ? new BoundCondition(value, right.WhenTrue, FlowState.Join(left.WhenFalse, right.WhenFalse))
            : new BoundCondition(value, FlowState.Join(left.WhenTrue, right.WhenTrue), right.WhenFalse);
    }

    private static BoundExpression Combine(bool isAnd, BoundCondition left, BoundCondition right)
    {
        if (left.Constant is { } constant)
        {
            return constant == isAnd ? right.Value! : left.Value!;
        }

        if (right.Constant is { } known)
        {
            return known == isAnd ? left.Value! : KnownResult.Of(known, left.Value!);
        }

        var symbol = isAnd ? BoundOperator.And : BoundOperator.Or;
        return new OperationExpression(symbol, left.Value!, right.Value!, ValueTypes.Boolean, IsNullable: false);
    }

    private BoundCondition BindEquality(BinaryNode node)
    {
        if (IsEmptyKeyword(node.Left) != IsEmptyKeyword(node.Right))
        {
            return new BoundCondition(BindEmptyEquality(node), State, State);
        }

        var (left, right) = (Bind(node.Left), Bind(node.Right));
        if (left is null || right is null)
        {
            return new BoundCondition(Value: null, State, State);
        }

        var value = BindEquality(node, left, right);
        var isEqual = node.Operator == BinaryOperator.Equal;

        // What equals something that is not null is not null; what differs from null is not null.
        var whenEqual =
            !right.IsNullable ? State.WithPresent(left)
            : !left.IsNullable ? State.WithPresent(right)
            : State;
        var whenDifferent =
            right.Type is BoundNull ? State.WithPresent(left)
            : left.Type is BoundNull ? State.WithPresent(right)
            : State;
        return isEqual ? new BoundCondition(value, whenEqual, whenDifferent) : new BoundCondition(value, whenDifferent, whenEqual);
    }

    private BoundCondition ToCondition(BoundExpression value, ExpressionNode node)
    {
        var whenTrue = State.WithPresent(value);
        if (value.Type == ValueTypes.Boolean && !IsNullConstant(value))
        {
            return new BoundCondition(value.IsNullable ? new IsTrueExpression(value, ValueTypes.Boolean) : value, whenTrue, State);
        }

        if (IsAny(value.Type))
        {
            return new BoundCondition(new IsTrueExpression(value, ValueTypes.Boolean), whenTrue, State);
        }

        if (IsNullConstant(value))
        {
            return new BoundCondition(ConstantFolding.Of(false), whenTrue, State);
        }

        if (value.IsNullable)
        {
            return new BoundCondition(new IsPresentExpression(value, ValueTypes.Boolean), whenTrue, State);
        }

        // Once a `?.` or an `if` around it made sure, asking again is no mistake.
        if (value is not PresentExpression)
        {
            var text = scope.Text[node.Range];
            var remedy = node is LiteralNode ? "To give a value in place of null, write '??'." : AlwaysTrueRemedy(value.Type, text);
            diagnostics.Add(BindingRules.AlwaysTrue, node.Range, text, ValueTypes.Describe(value.Type), remedy);
        }

        return new BoundCondition(KnownResult.Of(isTrue: true, value), whenTrue, State);
    }

    private static string AlwaysTrueRemedy(BoundType type, string text) =>
        type switch
        {
            BoundList => $"To ask whether it has items, write '{text}.size > 0'.",
            _ when ValueTypes.IsNumeric(type) => $"To ask whether it is zero, write '{text} != 0'.",
            BoundDeclaredType { IsEnum: true } => "Compare it with one of its values.",
            _ when ValueTypes.IsText(type) => $"To ask whether it is empty, write '{text} != \"\"'.",
            _ => "Remove it.",
        };

    private static BoundExpression Not(BoundExpression value) =>
        value switch
        {
            LiteralExpression { Value: bool constant } => ConstantFolding.Of(!constant),
            NotExpression not => not.Operand,
            _ => new NotExpression(value),
        };

    /// <summary>Whether the value of a <c>case</c> equals one of a <c>when</c>.</summary>
    public BoundExpression? BindCase(BoundExpression value, ExpressionNode valueNode, ExpressionNode choice) =>
        Bind(choice) is { } other
            ? BindEquality(new BinaryNode(BinaryOperator.Equal, valueNode, choice, choice.Range, choice.Range), value, other)
            : null;

    public static BoundExpression Or(BoundExpression left, BoundExpression right) =>
        (left, right) switch
        {
            (LiteralExpression { Value: false }, _) => right,
            (_, LiteralExpression { Value: false }) => left,
            (LiteralExpression, _) => left,
            (_, LiteralExpression) => right,
            _ => new OperationExpression(BoundOperator.Or, left, right, ValueTypes.Boolean, IsNullable: false),
        };
}
