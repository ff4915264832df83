using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A call of a function: <c>f x</c>, <c>f(x)</c> or <c>x | f</c>.</summary>
/// <param name="Group">The group that the function is of, such as <c>string</c>; null when its name stands alone.</param>
/// <param name="Name">The function's name without the group.</param>
/// <param name="NameRange">Where the name stands, without the group.</param>
/// <param name="FunctionRange">Where the name stands, with the group.</param>
/// <param name="Arguments">The arguments; what is piped into the function is the first.</param>
/// <param name="IsPiped">Whether the first argument is piped.</param>
/// <param name="Range">The whole call.</param>
internal sealed record CallNode(
    string? Group,
    string Name,
    TextRange NameRange,
    TextRange FunctionRange,
    EquatableArray<ArgumentNode> Arguments,
    bool IsPiped,
    TextRange Range
) : ExpressionNode(Range)
{
    public string FullName => Group is null ? Name : $"{Group}.{Name}";
}
