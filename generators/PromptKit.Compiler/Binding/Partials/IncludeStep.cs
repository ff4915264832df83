using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>An include on the way from a file to what is bound.</summary>
/// <param name="Place">Where the partial's name stands.</param>
/// <param name="Partial">The file that it means.</param>
internal sealed record IncludeStep(SourcePlace Place, PartialFile Partial);
