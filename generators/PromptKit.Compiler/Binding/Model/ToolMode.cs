namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of <c>ChatOptions.ToolMode</c>.</summary>
/// <param name="Mode"><c>Auto</c>, <c>None</c> or <c>Required</c>; null when one tool is required.</param>
/// <param name="Tool">That tool.</param>
internal sealed record ToolMode(string? Mode, string Tool);
