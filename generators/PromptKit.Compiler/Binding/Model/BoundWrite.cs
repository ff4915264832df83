using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes a member of the input.</summary>
/// <param name="Member">The member.</param>
/// <param name="Indent">The indent of each of its lines; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundWrite(BoundMember Member, string Indent, SourcePlace Place) : BoundStatement(Place);
