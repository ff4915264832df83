namespace PromptKit.Compiler.Binding.Model;

/// <summary>What makes a record a case of a union.</summary>
/// <param name="Union">The union's type.</param>
/// <param name="Discriminator">The name of the member that tells the cases apart.</param>
/// <param name="Value">That member's value in this case.</param>
internal sealed record BoundCase(BoundDeclaredType Union, string Discriminator, string Value);
