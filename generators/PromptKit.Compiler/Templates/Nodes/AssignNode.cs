using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Gives a local a value.</summary>
internal sealed record AssignNode(string Variable, TextRange VariableRange, ExpressionNode Value, TextRange Range) : TemplateNode(Range);
