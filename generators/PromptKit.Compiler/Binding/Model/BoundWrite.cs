using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes a value.</summary>
/// <param name="Value">The value: one of the types that a writer takes.</param>
/// <param name="Indent">The indent of each of its lines; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundWrite(BoundExpression Value, string Indent, SourcePlace Place) : BoundStatement(Place);
