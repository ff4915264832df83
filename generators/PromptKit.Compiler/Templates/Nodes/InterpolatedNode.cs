using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A string with values in it.</summary>
internal sealed record InterpolatedNode(EquatableArray<ExpressionNode> Parts, TextRange Range) : ExpressionNode(Range);
