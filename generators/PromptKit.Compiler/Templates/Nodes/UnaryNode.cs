using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An operator before its operand.</summary>
internal sealed record UnaryNode(UnaryOperator Operator, ExpressionNode Operand, TextRange Range) : ExpressionNode(Range);
