using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>An enum; in JSON one of several strings.</summary>
internal sealed record ToolEnum(string Name, string Code, string? Description, EquatableArray<ToolEnumValue> Values)
    : ToolDeclaration(Name, Code, Description);
