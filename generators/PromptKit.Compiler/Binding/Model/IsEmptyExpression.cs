namespace PromptKit.Compiler.Binding.Model;

/// <summary>Whether a text or a list has nothing in it; null where there is none.</summary>
internal sealed record IsEmptyExpression(BoundExpression Operand, BoundType Type, bool IsNullable) : BoundExpression(Type, IsNullable);
