using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An argument of a call.</summary>
/// <param name="Name">The parameter it is for; null when its position says so.</param>
/// <param name="NameRange">Where the name stands; the value when there is none.</param>
/// <param name="Value">The value.</param>
internal sealed record ArgumentNode(string? Name, TextRange NameRange, ExpressionNode Value);
