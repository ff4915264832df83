namespace PromptKit.Compiler.Binding.Model;

/// <summary>An operation on two values of fitting types.</summary>
internal sealed record OperationExpression(
    BoundOperator Operator,
    BoundExpression Left,
    BoundExpression Right,
    BoundType Type,
    bool IsNullable
) : BoundExpression(Type, IsNullable);
