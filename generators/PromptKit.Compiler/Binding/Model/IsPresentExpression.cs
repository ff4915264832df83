namespace PromptKit.Compiler.Binding.Model;

/// <summary>Whether a value is not null.</summary>
internal sealed record IsPresentExpression(BoundExpression Operand, BoundType Type) : BoundExpression(Type, IsNullable: false);
