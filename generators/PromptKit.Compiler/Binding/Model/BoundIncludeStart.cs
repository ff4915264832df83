using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>From here to its <see cref="BoundIncludeEnd"/>, what is written is the text of a partial that is not simply written on.</summary>
/// <param name="Mark">The local that holds where the text starts.</param>
/// <param name="IsDeclaration">Whether the local starts here.</param>
/// <param name="ContinuesLine">Whether the text goes on with the line before it, as auto-indent sees it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundIncludeStart(string Mark, bool IsDeclaration, bool ContinuesLine, SourcePlace Place) : BoundStatement(Place);
