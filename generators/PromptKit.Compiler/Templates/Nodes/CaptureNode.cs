using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Keeps what its body writes in a local.</summary>
internal sealed record CaptureNode(string Variable, TextRange VariableRange, EquatableArray<TemplateNode> Body, TextRange Range)
    : TemplateNode(Range);
