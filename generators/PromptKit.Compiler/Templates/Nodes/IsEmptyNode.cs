using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Whether a value has nothing in it: <c>a.empty?</c>.</summary>
internal sealed record IsEmptyNode(ExpressionNode Target, TextRange Range) : ExpressionNode(Range);
