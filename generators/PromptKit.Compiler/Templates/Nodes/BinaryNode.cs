using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An operator between its operands.</summary>
internal sealed record BinaryNode(
    BinaryOperator Operator,
    ExpressionNode Left,
    ExpressionNode Right,
    TextRange OperatorRange,
    TextRange Range
) : ExpressionNode(Range);
