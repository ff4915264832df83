using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An object written in the template: <c>{ a: 1, b: name }</c>.</summary>
internal sealed record ObjectNode(EquatableArray<ObjectMemberNode> Members, TextRange Range) : ExpressionNode(Range);
