namespace PromptKit.Compiler.Binding.Model;

/// <summary>Two lists, one behind the other.</summary>
internal sealed record JoinedListExpression(BoundExpression Left, BoundExpression Right) : BoundExpression(Left.Type, IsNullable: false);
