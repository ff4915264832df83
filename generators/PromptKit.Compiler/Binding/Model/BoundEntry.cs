namespace PromptKit.Compiler.Binding.Model;

/// <summary>A key of a map with its value.</summary>
internal sealed record BoundEntry(BoundMap Map) : BoundType($"global::System.Collections.Generic.KeyValuePair<string, {Map.ValueCode}>")
{
    public override bool IsValueType => true;
}
