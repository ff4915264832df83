namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a member is where a value is of one case of its union.</summary>
internal sealed record UnionArm(BoundDeclaredType Case, BoundExpression Value);
