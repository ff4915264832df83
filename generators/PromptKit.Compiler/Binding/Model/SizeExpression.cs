namespace PromptKit.Compiler.Binding.Model;

/// <summary>The length of a text, or the count of a list.</summary>
internal sealed record SizeExpression(BoundExpression Target, BoundType Type, bool IsNullable) : BoundExpression(Type, IsNullable);
