namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value given as JSON, read by the type's own reader when it is first needed.</summary>
internal sealed record ConstantJson(string Json, BoundType Type) : BoundConstant;
