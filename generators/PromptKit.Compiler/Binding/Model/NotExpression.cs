namespace PromptKit.Compiler.Binding.Model;

/// <summary>The opposite of a condition.</summary>
internal sealed record NotExpression(BoundExpression Operand) : BoundExpression(Operand.Type, IsNullable: false);
