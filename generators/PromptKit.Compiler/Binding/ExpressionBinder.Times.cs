using PromptKit.Compiler.Binding.Functions;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Moments and spans of time: what functions of dates give.</content>
internal sealed partial class ExpressionBinder
{
    // Scriban has no other operators of theirs but those that compare.
    private OperationExpression? BindTimes(BinaryNode node, BoundExpression left, BoundExpression right) =>
        (node.Operator, left.Type, right.Type) switch
        {
            (BinaryOperator.Subtract, BoundMoment, BoundMoment) => Compute(BoundOperator.Subtract, left, right, BoundDuration.Type),
            (BinaryOperator.Add, BoundMoment, BoundDuration) => Compute(BoundOperator.Add, left, right, BoundMoment.Type),
            _ => null,
        };

    private OperationExpression Compute(BoundOperator symbol, BoundExpression left, BoundExpression right, BoundType type)
    {
        scope.MayFail = true;
        return new OperationExpression(symbol, left, right, type, IsNullable: false);
    }

    private BoundExpression? BindTimeMember(BoundExpression target, MemberNode node) =>
        TimeMembers.Read(target, node.Name) ?? UnknownMember(target, node, Spelling.Suggest(node.Name, TimeMembers.Names(target.Type)));
}
