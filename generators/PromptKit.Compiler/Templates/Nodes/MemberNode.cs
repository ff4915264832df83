using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A member of a value: <c>a.b</c>, or <c>a?.b</c>.</summary>
internal sealed record MemberNode(ExpressionNode Target, string Name, TextRange NameRange, bool IsConditional, TextRange Range)
    : ExpressionNode(Range);
