namespace PromptKit.Compiler.Binding.Model;

/// <summary>Whether a value of any type equals one of a known type.</summary>
internal sealed record AnyEqualExpression(BoundExpression Any, BoundExpression Other, BoundType Type)
    : BoundExpression(Type, IsNullable: false);
