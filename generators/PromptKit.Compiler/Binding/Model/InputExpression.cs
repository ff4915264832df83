namespace PromptKit.Compiler.Binding.Model;

/// <summary>The whole input.</summary>
internal sealed record InputExpression(BoundType Type) : BoundExpression(Type, IsNullable: false);
