namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value given as JSON text.</summary>
internal sealed record JsonValue(string Json);
