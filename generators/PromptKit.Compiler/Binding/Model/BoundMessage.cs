using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A message that is the same whatever the input.</summary>
/// <param name="Role">Its role, as C# names it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Place">Where its text begins.</param>
internal sealed record BoundMessage(string Role, string Text, SourcePlace Place);
