namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of any type as it is read: JSON's null is null, so that it is asked for as every other null is.</summary>
internal sealed record AnyExpression(BoundExpression Operand) : BoundExpression(Operand.Type, IsNullable: true);
