namespace PromptKit.Compiler.Binding.Model;

/// <summary>An object of any members that all have one type.</summary>
internal sealed record ToolMap(ToolType Value, ToolCollection Collection, string Code, bool IsNullable) : ToolType(Code, IsNullable);
