namespace PromptKit.Compiler.Schema.Model;

/// <summary>An object of any members that all have one type.</summary>
internal sealed record MapType(SchemaType Value) : SchemaType;
