using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes a member of the input.</summary>
/// <param name="PropertyName">The member's C# name.</param>
/// <param name="Indent">The indent of each of its lines; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundWrite(string PropertyName, string Indent, SourcePlace Place) : BoundStatement(Place);
