namespace PromptKit.Compiler.Binding.Model;

/// <summary>A local of the rendering code.</summary>
internal sealed record LocalExpression(string Name, BoundType Type, bool IsNullable) : BoundExpression(Type, IsNullable);
