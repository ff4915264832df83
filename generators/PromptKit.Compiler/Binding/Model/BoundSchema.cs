using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>The C# side of a schema.</summary>
/// <param name="Type">The type of the whole value.</param>
/// <param name="Declarations">The types to generate, in the order of the schema.</param>
/// <param name="Json">The JSON Schema; null when the prompt declares none.</param>
/// <param name="IsWrapped">Whether the value is no object and travels as <c>{"value": …}</c>.</param>
internal sealed record BoundSchema(BoundType Type, EquatableArray<BoundDeclaration> Declarations, string? Json, bool IsWrapped)
{
    /// <summary>The JSON Schema that providers are sent; null for inputs.</summary>
    public string? FormatJson { get; init; }

    /// <summary>The record itself, where the value is an object of its own.</summary>
    public BoundRecord? Record => Declarations.OfType<BoundRecord>().FirstOrDefault(record => record.Type == Type);
}
