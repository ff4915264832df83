using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Gives the text of a partial to the statement behind it, which may want it or not.</summary>
/// <param name="Name">The local function.</param>
/// <param name="Mark">The local that holds where the text starts.</param>
/// <param name="ContinuesLine">Whether the text goes on with the line before it, as auto-indent sees it.</param>
/// <param name="Body">What writes.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundFunction(string Name, string Mark, bool ContinuesLine, EquatableArray<BoundStatement> Body, SourcePlace Place)
    : BoundStatement(Place);
