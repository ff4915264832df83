using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

internal sealed record VariableNode(string Name, TextRange Range) : ExpressionNode(Range);
