using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A record to generate.</summary>
/// <param name="Name">The type's name, without container.</param>
/// <param name="Members">Its properties, in the order of the schema.</param>
/// <param name="JsonSchema">The JSON Schema; null when there is none.</param>
internal sealed record BoundRecord(string Name, EquatableArray<BoundMember> Members, string? JsonSchema);
