using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>What a <see cref="CaseNode"/> does for some values.</summary>
internal sealed record WhenNode(EquatableArray<ExpressionNode> Values, EquatableArray<TemplateNode> Body, TextRange Range);
