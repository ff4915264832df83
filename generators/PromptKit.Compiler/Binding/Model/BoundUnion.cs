using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A closed hierarchy of records to generate.</summary>
internal sealed record BoundUnion(
    string Name,
    BoundDeclaredType Type,
    string? Description,
    string Discriminator,
    EquatableArray<BoundRecord> Cases
) : BoundDeclaration(Name, Type, Description);
