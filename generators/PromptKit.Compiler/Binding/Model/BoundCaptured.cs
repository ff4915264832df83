namespace PromptKit.Compiler.Binding.Model;

/// <summary>What <c>capture</c> keeps: text, but to Scriban no string, so it can be computed with only beside one.</summary>
internal record BoundCaptured() : BoundType("string")
{
    public static readonly BoundCaptured Type = new();
}
