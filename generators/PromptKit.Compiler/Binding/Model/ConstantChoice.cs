namespace PromptKit.Compiler.Binding.Model;

internal sealed record ConstantChoice(BoundDeclaredType Type, string Name) : BoundConstant;
