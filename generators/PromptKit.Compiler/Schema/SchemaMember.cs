using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name in JSON and in templates.</param>
/// <param name="Kind">Its type.</param>
/// <param name="IsOptional">Whether it may be absent or null.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
/// <param name="NameRange">Where it is declared.</param>
internal sealed record SchemaMember(string Name, ScalarKind Kind, bool IsOptional, string? Description, TextRange NameRange);
