using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>An enum to generate.</summary>
internal sealed record BoundEnum(string Name, BoundDeclaredType Type, string? Description, EquatableArray<BoundEnumValue> Values)
    : BoundDeclaration(Name, Type, Description);
