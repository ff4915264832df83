using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>One of two values: <c>a ? b : c</c>.</summary>
internal sealed record ConditionalNode(ExpressionNode Condition, ExpressionNode Then, ExpressionNode Else, TextRange Range)
    : ExpressionNode(Range);
