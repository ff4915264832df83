using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>The whole input, which <c>json</c> writes: <c>this</c>.</summary>
internal sealed record InputNode(TextRange Range) : ExpressionNode(Range);
