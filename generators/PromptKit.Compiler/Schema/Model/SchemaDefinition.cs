using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>A type that has a name of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type.</param>
/// <param name="Json">Its JSON Schema, complete in itself.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
/// <param name="Definitions">For a schema of <c>_schemas.yaml</c>: the types of its own <c>$defs</c>.</param>
internal sealed record SchemaDefinition(
    string Name,
    SchemaType Type,
    JsonTree Json,
    string? Description,
    EquatableArray<SchemaDefinition> Definitions = default
)
{
    /// <summary>For a schema of <c>_schemas.yaml</c>: the others that it names.</summary>
    public EquatableArray<string> Uses { get; init; }
}
