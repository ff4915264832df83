namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of an enum.</summary>
/// <param name="Member">The C# member.</param>
/// <param name="Json">Its text in JSON, without quotes.</param>
internal sealed record ToolEnumValue(string Member, string Json);
