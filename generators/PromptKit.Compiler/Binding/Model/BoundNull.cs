namespace PromptKit.Compiler.Binding.Model;

/// <summary>The type of <c>null</c>.</summary>
internal sealed record BoundNull() : BoundType("object")
{
    public static readonly BoundNull Type = new();
}
