using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A loop over the items of a list.</summary>
internal sealed record ForNode(
    string Variable,
    TextRange VariableRange,
    ExpressionNode Items,
    ForOptions Options,
    EquatableArray<TemplateNode> Body,
    EquatableArray<TemplateNode>? Else,
    TextRange Range
) : TemplateNode(Range);
