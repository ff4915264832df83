namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value as the text that templates print.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Type">The type of texts.</param>
/// <param name="Form">The form of the text.</param>
internal sealed record TextExpression(BoundExpression Operand, BoundType Type, TextForm Form) : BoundExpression(Type, Operand.IsNullable);
