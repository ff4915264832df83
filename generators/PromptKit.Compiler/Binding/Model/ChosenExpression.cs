namespace PromptKit.Compiler.Binding.Model;

/// <summary>One of two values.</summary>
internal sealed record ChosenExpression(
    BoundExpression Condition,
    BoundExpression Then,
    BoundExpression Else,
    BoundType Type,
    bool IsNullable
) : BoundExpression(Type, IsNullable);
