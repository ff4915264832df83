namespace PromptKit.Compiler.Binding.Model;

/// <summary>Some of a list's items.</summary>
internal sealed record SliceExpression(BoundExpression List, BoundExpression? Offset, BoundExpression? Limit, bool IsReversed)
    : BoundExpression(List.Type, IsNullable: false);
