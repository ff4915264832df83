using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <content>Values of any type: read, asked for, looped over and compared, never computed with.</content>
internal sealed partial class ExpressionBinder
{
    private static bool IsAny(BoundType type) => type is BoundScalar { Kind: ScalarKind.Any };

    // JSON's null is null, whether or not the schema requires the value.
    private static BoundExpression Normal(BoundExpression value) =>
        IsAny(value.Type) && value is MemberExpression or UnionMemberExpression or ItemExpression or LocalExpression
            ? new AnyExpression(value)
            : value;

    private AnyMemberExpression? BindAnyIndex(BoundExpression target, BoundExpression index, IndexNode node)
    {
        if (index.Type == ValueTypes.Integer || ValueTypes.IsText(index.Type))
        {
            scope.MayFail = true;
            return new AnyMemberExpression(target, ValueTypes.IsText(index.Type) ? ToText(index) : index);
        }

        var operand = $"{ValueTypes.Describe(index.Type)} as index";
        diagnostics.Add(BindingRules.WrongOperand, node.Index.Range, "[…]", operand, "Use an integer or a string.");
        return null;
    }

    // Beside one of any type, the other becomes one too.
    private static (BoundExpression One, BoundExpression Other)? UnifyAny(BoundExpression one, BoundExpression other)
    {
        if (IsAny(one.Type) == IsAny(other.Type))
        {
            return null;
        }

        var (any, known) = IsAny(one.Type) ? (one, other) : (other, one);
        var isScalar = ValueTypes.IsText(known.Type) || ValueTypes.IsNumeric(known.Type) || known.Type == ValueTypes.Boolean;
        if (!isScalar && known is not ListExpression { Items.Count: 0 })
        {
            return null;
        }

        var text = ValueTypes.IsText(known.Type) ? ToText(known) : known;
        var converted = new AnyLiteralExpression(text, any.Type);
        return IsAny(one.Type) ? (one, converted) : (converted, other);
    }

    private BoundExpression? BindAnyEquality(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        var (any, other) = IsAny(left.Type) ? (left, right) : (right, left);
        if (!ValueTypes.IsText(other.Type) && !ValueTypes.IsNumeric(other.Type) && other.Type != ValueTypes.Boolean)
        {
            return RefuseOperands(node, left, right, "Compare it with a string, a number or a boolean.");
        }

        var isEqual = new AnyEqualExpression(any, ValueTypes.IsText(other.Type) ? ToText(other) : other, ValueTypes.Boolean);
        return node.Operator == BinaryOperator.Equal ? isEqual : Not(isEqual);
    }
}
