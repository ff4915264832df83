using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Where a file's two halves stand.</summary>
/// <param name="Fence">The opening <c>---</c>; null when the file has no front matter.</param>
/// <param name="Yaml">What stands between the fences; empty without front matter.</param>
/// <param name="Body">The template: everything behind the closing fence's line, or the whole file.</param>
internal sealed record FrontMatterSplit(TextRange? Fence, TextRange Yaml, TextRange Body);
