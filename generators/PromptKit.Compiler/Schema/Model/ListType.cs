namespace PromptKit.Compiler.Schema.Model;

internal sealed record ListType(SchemaType Item) : SchemaType;
