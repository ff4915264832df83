using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An expression of a template, free of Scriban's types.</summary>
internal abstract record ExpressionNode(TextRange Range);
