using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler;

/// <summary>A parsed prompt and what it needs from other files.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Main">Of a variant, its main file; null when it has none.</param>
/// <param name="Links">What it needs from other files.</param>
internal sealed record LinkedPrompt(ParsedPrompt Prompt, ParsedPrompt? Main, PromptLinks Links);
