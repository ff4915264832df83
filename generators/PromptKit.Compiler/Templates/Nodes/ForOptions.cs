namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Which items a loop runs over, and in which order: the offset counts first, then the order turns, then the limit counts.</summary>
internal sealed record ForOptions(ExpressionNode? Offset, ExpressionNode? Limit, bool IsReversed)
{
    public static readonly ForOptions None = new(Offset: null, Limit: null, IsReversed: false);
}
