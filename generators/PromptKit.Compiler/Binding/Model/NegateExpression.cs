namespace PromptKit.Compiler.Binding.Model;

/// <summary>A number with its sign turned.</summary>
internal sealed record NegateExpression(BoundExpression Operand) : BoundExpression(Operand.Type, IsNullable: false);
