namespace PromptKit.Compiler.Binding.Model;

/// <summary>True, once a value is computed that may fail: what is known of it without that.</summary>
internal sealed record IsComputedExpression(BoundExpression Operand, BoundType Type) : BoundExpression(Type, IsNullable: false);
