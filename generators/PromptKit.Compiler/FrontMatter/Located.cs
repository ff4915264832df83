using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A value and the range it was read from.</summary>
internal sealed record Located<T>(T Value, TextRange Range);
