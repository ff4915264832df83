using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>One of several objects, told apart by a member that is constant in each.</summary>
/// <param name="Discriminator">That member's name.</param>
/// <param name="Cases">The objects, without that member.</param>
internal sealed record UnionType(string Discriminator, EquatableArray<UnionCase> Cases) : SchemaType;
