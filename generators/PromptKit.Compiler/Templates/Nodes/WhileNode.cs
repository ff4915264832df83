using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A loop that runs as long as its condition is true.</summary>
internal sealed record WhileNode(ExpressionNode Condition, EquatableArray<TemplateNode> Body, TextRange Range) : TemplateNode(Range);
