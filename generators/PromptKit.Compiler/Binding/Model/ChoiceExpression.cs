namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of an enum.</summary>
internal sealed record ChoiceExpression(BoundDeclaredType Choice, string Name) : BoundExpression(Choice, IsNullable: false);
