using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <content>One of two values, and the type that both have.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression? BindCoalesce(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        if (!left.IsNullable || IsNullConstant(left))
        {
            return !IsNullConstant(left) ? left
                : right is ListExpression { Items.Count: 0 } && left.Type is BoundList ? new ListExpression(default, left.Type)
                : right;
        }

        if (right.Type is BoundNull)
        {
            return left;
        }

        return Unify(left, right, node.Right, out var type) is var (one, other) && one is not null
            ? new OperationExpression(BoundOperator.Coalesce, one, other!, type!, right.IsNullable)
            : null;
    }

    private static BoundExpression BindWhenPresent(BoundExpression left, BoundExpression right) =>
        left.Type is BoundNull ? left
        : !left.IsNullable ? KnownResult.Of(right, left)
        : new ChosenExpression(new IsPresentExpression(left, ValueTypes.Boolean), right, Literal(null), right.Type, IsNullable: true);

    private BoundExpression? BindConditional(ConditionalNode node)
    {
        var condition = BindCondition(node.Condition);
        State = condition.WhenTrue;
        var then = Bind(node.Then);
        var afterThen = State;
        State = condition.WhenFalse;
        var otherwise = Bind(node.Else);
        State = FlowState.Join(afterThen, State);
        if (condition.Value is null || then is null || otherwise is null)
        {
            return null;
        }

        if (condition.Constant is { } constant)
        {
            return constant ? then : otherwise;
        }

        return Unify(then, otherwise, node.Else, out var type) is var (one, other) && one is not null
            ? new ChosenExpression(condition.Value, one, other!, type!, one.IsNullable || other!.IsNullable)
            : null;
    }

    // One type for two values, of which one is used. An integer is no number: 7 // 2 and 7.0 // 2 differ.
    private (BoundExpression? One, BoundExpression? Other) Unify(
        BoundExpression one,
        BoundExpression other,
        ExpressionNode node,
        out BoundType? type
    )
    {
        type = IsNullConstant(one) ? other.Type : one.Type;
        if (one is AbsentExpression || other is AbsentExpression)
        {
            return (NullIfAbsent(one, other), NullIfAbsent(other, one));
        }

        if (one.Type == other.Type || one.Type is BoundNull || other.Type is BoundNull)
        {
            return (one, other);
        }

        if (UnifyAny(one, other) is var (any, known))
        {
            type = IsAny(one.Type) ? one.Type : other.Type;
            return (any, known);
        }

        if (one.Type is BoundList && other is ListExpression { Items.Count: 0 })
        {
            return (one, new ListExpression(default, one.Type));
        }

        if (ValueTypes.IsText(one.Type) && ValueTypes.IsText(other.Type))
        {
            type = ValueTypes.Text;
            return (ToText(one), ToText(other));
        }

        var remedy =
            ValueTypes.IsNumeric(one.Type) && ValueTypes.IsNumeric(other.Type) ? "Write the integer as a number, such as 0.0."
            : (ValueTypes.IsText(one.Type) && ValueTypes.HasText(other.Type))
            || (ValueTypes.HasText(one.Type) && ValueTypes.IsText(other.Type))
                ? "To make both a text, add \"\" to the one that is none."
            : "Use values of one type.";
        var (here, elsewhere) = ValueTypes.Contrast(other.Type, one.Type);
        diagnostics.Add(BindingRules.TwoTypes, node.Range, scope.Text[node.Range], here, elsewhere, remedy);
        return default;
    }

    private static BoundExpression NullIfAbsent(BoundExpression value, BoundExpression other) =>
        value is AbsentExpression && other is not AbsentExpression ? new LiteralExpression(Value: null, other.Type) : value;
}
