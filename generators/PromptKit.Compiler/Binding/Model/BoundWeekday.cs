namespace PromptKit.Compiler.Binding.Model;

/// <summary>A day of the week: its name beside a string, and to Scriban a number beside everything else.</summary>
internal sealed record BoundWeekday : BoundCaptured
{
    public static new readonly BoundWeekday Type = new();
}
