namespace PromptKit.Compiler.Schema.Model;

/// <summary>A value of an enum.</summary>
/// <param name="Value">Its text in JSON, without quotes.</param>
/// <param name="IsInteger">Whether JSON writes it as a number.</param>
/// <param name="Title">What to call it in C# instead; null to use the value.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
internal sealed record EnumChoice(string Value, bool IsInteger, string? Title = null, string? Description = null);
