using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Text of the template, whitespace control already applied.</summary>
internal sealed record TextNode(string Text, TextRange Range) : TemplateNode(Range);
