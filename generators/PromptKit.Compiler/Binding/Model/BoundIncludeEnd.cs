using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes what was collected since a <see cref="BoundIncludeStart"/>.</summary>
/// <param name="Mark">The local that holds where the text starts.</param>
/// <param name="Indent">The indent of each of its lines; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundIncludeEnd(string Mark, string Indent, SourcePlace Place) : BoundStatement(Place);
