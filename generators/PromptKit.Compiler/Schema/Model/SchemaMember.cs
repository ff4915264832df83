using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name in JSON and in templates.</param>
/// <param name="Type">What it may be.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
/// <param name="Default">What it is when it is not given; null when there is none.</param>
internal sealed record SchemaMember(string Name, SchemaType Type, bool IsRequired, string? Description, JsonTree? Default = null);
