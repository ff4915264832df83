using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Where the thread's history goes.</summary>
internal sealed record HistoryNode(TextRange Range) : TemplateNode(Range);
