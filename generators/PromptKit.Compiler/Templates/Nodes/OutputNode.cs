using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A value that is written.</summary>
/// <param name="Expression">The value.</param>
/// <param name="Indent">The blanks before the tag when nothing else stands there: each line of the value gets them. Empty for none.</param>
/// <param name="Range">The expression's range.</param>
internal sealed record OutputNode(ExpressionNode Expression, string Indent, TextRange Range) : TemplateNode(Range);
