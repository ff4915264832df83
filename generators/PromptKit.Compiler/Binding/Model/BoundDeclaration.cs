namespace PromptKit.Compiler.Binding.Model;

/// <summary>A type to generate.</summary>
/// <param name="Name">Its name, without container.</param>
/// <param name="Type">The type, as others refer to it.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
internal abstract record BoundDeclaration(string Name, BoundDeclaredType Type, string? Description);
