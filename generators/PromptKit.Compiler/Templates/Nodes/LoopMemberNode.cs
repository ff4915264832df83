using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A fact about the loop around it: <c>for.index</c>.</summary>
internal sealed record LoopMemberNode(string Keyword, string Name, TextRange NameRange, TextRange Range) : ExpressionNode(Range);
