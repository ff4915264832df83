namespace PromptKit.Compiler.Schema.Model;

/// <summary>A type with a name of its own: from <c>_schemas.yaml</c>, or from <c>$defs</c> of the same schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsShared">Whether it comes from <c>_schemas.yaml</c>.</param>
internal sealed record NamedType(string Name, bool IsShared) : SchemaType;
