namespace PromptKit.Compiler.Schema.Model;

/// <summary>A value or null.</summary>
internal sealed record NullableType(SchemaType Value) : SchemaType
{
    public static SchemaType Of(SchemaType type) =>
        type is NullableType or ScalarType { Kind: ScalarKind.Any or ScalarKind.Unknown } ? type : new NullableType(type);
}
