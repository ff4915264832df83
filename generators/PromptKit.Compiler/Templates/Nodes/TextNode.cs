using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Text of the template, whitespace control already applied.</summary>
/// <param name="Text">The text; not empty.</param>
/// <param name="Indent">The blanks before the tag of the block around it, when nothing else stands there: each line gets them.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record TextNode(string Text, string Indent, TextRange Range) : TemplateNode(Range);
