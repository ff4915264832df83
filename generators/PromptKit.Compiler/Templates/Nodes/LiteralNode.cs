using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A constant: a <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or null.</summary>
internal sealed record LiteralNode(object? Value, TextRange Range) : ExpressionNode(Range);
