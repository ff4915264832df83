namespace PromptKit.Compiler.Binding.Model;

/// <summary>The integers from one to another.</summary>
internal sealed record RangeExpression(BoundExpression From, BoundExpression To, bool IsInclusive, BoundType Type)
    : BoundExpression(Type, IsNullable: false);
