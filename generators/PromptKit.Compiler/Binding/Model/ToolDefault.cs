namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a parameter is when the model does not give it.</summary>
/// <param name="Code">The constant as code writes it.</param>
/// <param name="Json">The constant as JSON; null when it has none that models should see.</param>
internal sealed record ToolDefault(string Code, string? Json);
