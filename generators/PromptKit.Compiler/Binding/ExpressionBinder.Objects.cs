using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Objects that the template writes, and what holds other values without being a record.</content>
internal sealed partial class ExpressionBinder
{
    private ObjectExpression? BindObject(ObjectNode node)
    {
        if (node.Members.Count == 0)
        {
            diagnostics.Add(BindingRules.EmptyObject, node.Range);
            return null;
        }

        var values = new Dictionary<string, BoundExpression>(StringComparer.Ordinal);
        var isWhole = true;
        foreach (var member in node.Members)
        {
            // To Scriban, what follows sees the members before it, ahead of inputs of the same names.
            scope.EnterObject(values);
            var value = Bind(member.Value);
            scope.LeaveObject();
            isWhole &= value is not null && CheckMember(member, value);
            if (value is not null)
            {
                values[member.Name] = value;
            }
        }

        return isWhole ? ToObject(values) : null;
    }

    private bool CheckMember(ObjectMemberNode member, BoundExpression value)
    {
        if (value.Type is not BoundNull and not BoundList { Item: BoundNull })
        {
            return CheckNotLazy(value, member.Value);
        }

        diagnostics.Add(BindingRules.NoTypeOfMember, member.Value.Range, member.Name, scope.Text[member.Value.Range]);
        return false;
    }

    private static ObjectExpression ToObject(Dictionary<string, BoundExpression> values)
    {
        var names = new MemberNames("");
        var members = values.Select(entry => new BoundShapeMember(
            entry.Key,
            values.Count == 1 ? "Item1" : TupleName(names.Add(entry.Key)),
            entry.Value.Type,
            entry.Value.IsNullable
        ));
        return new ObjectExpression(values.Values.ToEquatableArray(), new BoundShape(members.ToEquatableArray()));
    }

    // C# keeps these names of a tuple for itself.
    private static string TupleName(string name) =>
        name is "Rest" or "CompareTo" || name.StartsWith("Item", StringComparison.Ordinal) ? name + "_" : name;

    private BoundExpression? BindShapeMember(BoundShape shape, BoundExpression target, MemberNode node)
    {
        if (shape.Members.FirstOrDefault(member => member.Name == node.Name) is not { } member)
        {
            return UnknownMember(target, node, Suggest(node.Name, shape.Members.Select(member => member.Name)));
        }

        return Known(new MemberExpression(target, member.Property, member.IsNullable, member.Type, member.IsNullable || target.IsNullable));
    }

    private BoundExpression? BindEntryMember(BoundEntry entry, BoundExpression target, MemberNode node) =>
        node.Name switch
        {
            "key" => new MemberExpression(target, "Key", IsOptional: false, ValueTypes.Text, target.IsNullable),
            "value" => Known(
                new MemberExpression(target, "Value", entry.Map.AllowsNull, entry.Map.Value, entry.Map.AllowsNull || target.IsNullable)
            ),
            _ => UnknownMember(target, node, " It has 'key' and 'value'."),
        };

    private BoundExpression? BindIsEmpty(IsEmptyNode node) => Bind(node.Target) is { } target ? IsEmpty(target, node.Target) : null;

    private BoundExpression? IsEmpty(BoundExpression target, ExpressionNode node)
    {
        if (!CheckPresent(target, node, "asked whether it is empty"))
        {
            return null;
        }

        if (target is ListExpression { Items.Count: 0 })
        {
            return ConstantFolding.Of(true);
        }

        if (target.Type is BoundList or BoundMap || ValueTypes.IsText(target.Type))
        {
            var operand = ValueTypes.IsText(target.Type) ? ToText(target) : target;
            return new IsEmptyExpression(operand, ValueTypes.Boolean, IsNullable: false);
        }

        var what = ValueTypes.Describe(target.Type);
        diagnostics.Add(BindingRules.WrongOperand, node.Range, "empty", what, "Ask it of a string, a list or a map.");
        return null;
    }

    private bool IsEmptyKeyword(ExpressionNode node) =>
        node is VariableNode { Name: "empty" } && scope.FindItem("empty") is null && scope.Locals.Find("empty") is null;

    private BoundExpression? BindEmptyEquality(BinaryNode node)
    {
        var operand = IsEmptyKeyword(node.Left) ? node.Right : node.Left;
        if (Bind(operand) is not { } value)
        {
            return null;
        }

        // To Scriban, no text equals `empty`, not even an empty one.
        if (ValueTypes.IsText(value.Type) || value.Type is BoundCaptured)
        {
            var name = scope.Text[operand.Range];
            diagnostics.Add(
                BindingRules.WrongOperand,
                node.OperatorRange,
                scope.Text[node.OperatorRange],
                $"{ValueTypes.Describe(value.Type)} and 'empty'",
                $"Write '{name} {scope.Text[node.OperatorRange]} \"\"'."
            );
            return null;
        }

        var isEmpty = IsEmpty(value, operand);
        return isEmpty is null || node.Operator == BinaryOperator.Equal ? isEmpty : Not(isEmpty);
    }
}
