using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>The text of a partial: <c>include "tone" style: "warm"</c>.</summary>
/// <param name="Name">The partial's name.</param>
/// <param name="NameRange">Where the name stands, with its quotes.</param>
/// <param name="Arguments">The arguments; each has a name.</param>
/// <param name="ContinuesLine">Whether its first line goes on with what was written before, as auto-indent sees it.</param>
/// <param name="Range">From the keyword to the last argument.</param>
internal sealed record IncludeNode(
    string Name,
    TextRange NameRange,
    EquatableArray<ArgumentNode> Arguments,
    bool ContinuesLine,
    TextRange Range
) : ExpressionNode(Range);
