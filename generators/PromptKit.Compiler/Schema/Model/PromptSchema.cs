using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>A schema as C# and as JSON Schema.</summary>
/// <param name="Type">The type.</param>
/// <param name="Json">The JSON Schema.</param>
/// <param name="Definitions">The types of <c>$defs</c> that it uses.</param>
/// <param name="Description">What the whole value means; null when the schema does not say.</param>
internal sealed record PromptSchema(SchemaType Type, JsonTree Json, EquatableArray<SchemaDefinition> Definitions, string? Description)
{
    /// <summary>A schema that could not be read: whatever depends on it is unknown, not wrong.</summary>
    public static readonly PromptSchema Lost = new(ScalarType.Unknown, JsonObject.Empty, default, Description: null);

    public bool IsLost => Type == ScalarType.Unknown;
}
