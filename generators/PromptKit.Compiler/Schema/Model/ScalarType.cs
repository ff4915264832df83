namespace PromptKit.Compiler.Schema.Model;

internal sealed record ScalarType(ScalarKind Kind) : SchemaType
{
    public static readonly ScalarType Any = new(ScalarKind.Any);

    public static readonly ScalarType Unknown = new(ScalarKind.Unknown);
}
