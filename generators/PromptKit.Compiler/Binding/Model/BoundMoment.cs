namespace PromptKit.Compiler.Binding.Model;

/// <summary>What functions of dates compute with.</summary>
internal sealed record BoundMoment() : BoundType("global::System.DateTime")
{
    public static readonly BoundMoment Type = new();

    public override bool IsValueType => true;
}
