using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A parsed template.</summary>
/// <param name="Nodes">The statements.</param>
/// <param name="Includes">Every include in them.</param>
/// <param name="HasUnknownInclude">Whether it is not known of some include which partial it means.</param>
/// <param name="ReadsWholeInput">Whether it reads every input there is.</param>
internal sealed record TemplateModel(
    EquatableArray<TemplateNode> Nodes,
    EquatableArray<IncludeNode> Includes,
    bool HasUnknownInclude,
    bool ReadsWholeInput
)
{
    public static readonly TemplateModel Empty = new(default, default, HasUnknownInclude: false, ReadsWholeInput: false);
}
