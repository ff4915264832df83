namespace PromptKit.Compiler.Binding.Model;

/// <summary>A list.</summary>
internal sealed record ToolList(ToolType Item, ToolCollection Collection, string Code, bool IsNullable) : ToolType(Code, IsNullable);
