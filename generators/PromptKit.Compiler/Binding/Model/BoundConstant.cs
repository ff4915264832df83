namespace PromptKit.Compiler.Binding.Model;

/// <summary>A constant value of a generated type: a default.</summary>
internal abstract record BoundConstant;
