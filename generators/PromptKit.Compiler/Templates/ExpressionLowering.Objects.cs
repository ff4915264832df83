using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <content>Objects that the template writes.</content>
internal sealed partial class ExpressionLowering
{
    private ObjectNode? LowerObject(ScriptObjectInitializerExpression literal)
    {
        var members = new List<ObjectMemberNode>();
        foreach (var member in literal.Members)
        {
            if (Lower(member.Value) is not { } value)
            {
                return null;
            }

            var name = member.Name switch
            {
                ScriptVariable variable => variable.BaseName,
                ScriptLiteral { Value: string text } => text,
                _ => member.Name?.ToString() ?? "",
            };
            members.Add(new ObjectMemberNode(name, RangeOf(member.Name!), value));
        }

        var range = RangeOf(literal.OpenBrace).To(RangeOf(literal.CloseBrace));
        return new ObjectNode(members.ToEquatableArray(), range);
    }

    private IsEmptyNode? LowerIsEmpty(ScriptIsEmptyExpression member) =>
        Lower(member.Target) is { } target ? new IsEmptyNode(target, target.Range.To(RangeOf(member.Member!))) : null;
}
