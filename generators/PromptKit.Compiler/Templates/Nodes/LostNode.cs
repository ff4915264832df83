using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An expression that was refused: whoever depends on it says nothing.</summary>
internal sealed record LostNode(TextRange Range) : ExpressionNode(Range);
