namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value that may be null, where it is known not to be.</summary>
internal sealed record PresentExpression(BoundExpression Operand) : BoundExpression(Operand.Type, IsNullable: false);
