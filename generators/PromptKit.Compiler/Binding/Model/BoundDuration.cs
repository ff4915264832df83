namespace PromptKit.Compiler.Binding.Model;

/// <summary>A span of time.</summary>
internal sealed record BoundDuration() : BoundType("global::System.TimeSpan")
{
    public static readonly BoundDuration Type = new();

    public override bool IsValueType => true;
}
