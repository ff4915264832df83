using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A function as a value: <c>@string.upcase</c>. <paramref name="Function"/> is its call without arguments.</summary>
internal sealed record FunctionAliasNode(CallNode Function, TextRange Range) : ExpressionNode(Range);
