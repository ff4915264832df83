using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A statement of the rendering code and the place in the <c>.prompt</c> file that it comes from.</summary>
internal abstract record BoundStatement(SourcePlace Place);
