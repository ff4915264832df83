using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A statement of a template, free of Scriban's types.</summary>
internal abstract record TemplateNode(TextRange Range);
