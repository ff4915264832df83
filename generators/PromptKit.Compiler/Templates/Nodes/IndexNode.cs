using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An item of a list or a map: <c>a[b]</c>.</summary>
internal sealed record IndexNode(ExpressionNode Target, ExpressionNode Index, TextRange Range) : ExpressionNode(Range);
