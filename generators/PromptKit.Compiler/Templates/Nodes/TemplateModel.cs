using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A parsed template.</summary>
internal sealed record TemplateModel(EquatableArray<TemplateNode> Nodes)
{
    public static readonly TemplateModel Empty = new(default(EquatableArray<TemplateNode>));
}
