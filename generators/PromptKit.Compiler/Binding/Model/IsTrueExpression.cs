namespace PromptKit.Compiler.Binding.Model;

/// <summary>Whether a boolean that may be null is true, or a value of any type neither null nor false.</summary>
internal sealed record IsTrueExpression(BoundExpression Operand, BoundType Type) : BoundExpression(Type, IsNullable: false);
