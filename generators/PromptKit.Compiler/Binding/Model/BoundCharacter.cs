namespace PromptKit.Compiler.Binding.Model;

/// <summary>A character of a text that is looped over: a text to print, join and compare, but to Scriban one without members.</summary>
internal sealed record BoundCharacter() : BoundType("string")
{
    public static readonly BoundCharacter Type = new();
}
