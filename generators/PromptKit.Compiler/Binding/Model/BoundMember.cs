namespace PromptKit.Compiler.Binding.Model;

/// <summary>A property of a generated record.</summary>
/// <param name="JsonName">The name in JSON and templates.</param>
/// <param name="PropertyName">The name in C#.</param>
/// <param name="TypeName">The C# type, nullability included.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
internal sealed record BoundMember(string JsonName, string PropertyName, string TypeName, bool IsRequired, string? Description);
