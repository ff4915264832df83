using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>The argument of the function around it: <c>$0</c>.</summary>
internal sealed record FunctionArgumentNode(TextRange Range) : ExpressionNode(Range);
