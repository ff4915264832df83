namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value as one of any type, beside such a one.</summary>
internal sealed record AnyLiteralExpression(BoundExpression Operand, BoundType Type) : BoundExpression(Type, Operand.IsNullable);
