using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What one file includes.</summary>
/// <param name="Folder">The folder that the names start from.</param>
/// <param name="Names">The names, as they are written.</param>
/// <param name="IsRead">Whether the file could be read.</param>
internal sealed record FileIncludes(string Folder, EquatableArray<string> Names, bool IsRead);
