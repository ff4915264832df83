namespace PromptKit.Compiler.Binding.Model;

internal sealed record BoundMap(BoundType Value, bool AllowsNull)
    : BoundType($"global::System.Collections.Generic.IReadOnlyDictionary<string, {(AllowsNull ? Value.NullableCode : Value.Code)}>")
{
    public string ValueCode => AllowsNull ? Value.NullableCode : Value.Code;
}
