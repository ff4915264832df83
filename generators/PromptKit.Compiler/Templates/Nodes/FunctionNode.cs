using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A function written in place: <c>@(do; ret $0 &gt; 1; end)</c>. <paramref name="Result"/> reads its argument as <see cref="FunctionArgumentNode"/>.</summary>
internal sealed record FunctionNode(ExpressionNode Result, TextRange Range) : ExpressionNode(Range);
