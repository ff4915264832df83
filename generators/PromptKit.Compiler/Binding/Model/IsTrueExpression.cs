namespace PromptKit.Compiler.Binding.Model;

/// <summary>Whether a boolean that may be null is true.</summary>
internal sealed record IsTrueExpression(BoundExpression Operand) : BoundExpression(Operand.Type, IsNullable: false);
