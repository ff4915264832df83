namespace PromptKit.Compiler.Binding.Model;

/// <summary>A member of a value of any type, or an item of it; null when there is none.</summary>
internal sealed record AnyMemberExpression(BoundExpression Target, BoundExpression Key) : BoundExpression(Target.Type, IsNullable: true);
