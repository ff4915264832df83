namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of a generated enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Json">Its text in JSON, without quotes.</param>
/// <param name="IsInteger">Whether JSON writes it as a number.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
internal sealed record BoundEnumValue(string Name, string Json, bool IsInteger, string? Description);
