using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A list written in the template: <c>[a, b]</c>.</summary>
internal sealed record ArrayNode(EquatableArray<ExpressionNode> Items, TextRange Range) : ExpressionNode(Range);
