using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>A parsed prompt and what it needs from other files.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Names">What it is called, seen beside the others.</param>
/// <param name="Main">Of a variant, its main file; null when it has none.</param>
/// <param name="Partials">The partials that it includes, directly or not; of a partial, itself too.</param>
/// <param name="Links">What else it needs from other files.</param>
internal sealed record LinkedPrompt(
    ParsedPrompt Prompt,
    PromptNames Names,
    ParsedPrompt? Main,
    EquatableArray<ParsedPrompt> Partials,
    PromptLinks Links
);
