using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A choice. <c>else if</c> is an <see cref="IfNode"/> alone in <paramref name="Else"/>.</summary>
internal sealed record IfNode(
    ExpressionNode Condition,
    EquatableArray<TemplateNode> Then,
    EquatableArray<TemplateNode> Else,
    TextRange Range
) : TemplateNode(Range);
