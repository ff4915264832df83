using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>All tools that prompts can name: those of the project, and those of projects that it references.</summary>
internal sealed record ToolCatalog(EquatableArray<ToolOutline> Tools)
{
    public static readonly ToolCatalog Empty = new(default(EquatableArray<ToolOutline>));

    public IEnumerable<string> Names => Tools.Select(tool => tool.Name);

    /// <summary>The project's own tools come before those of others that have the same name.</summary>
    public static ToolCatalog Of(IEnumerable<ToolOutline> own, IEnumerable<ToolOutline> referenced) =>
        new(
            own.Concat(referenced.GroupBy(tool => tool.Name, StringComparer.Ordinal).Select(WithRival))
                .GroupBy(tool => tool.Name, StringComparer.Ordinal)
                .Select(group => group.First())
                .OrderBy(tool => tool.Name, StringComparer.Ordinal)
                .ToEquatableArray()
        );

    private static ToolOutline WithRival(IEnumerable<ToolOutline> tools)
    {
        var first = tools.First();
        return first with { Rival = tools.Skip(1).FirstOrDefault()?.Access };
    }

    public ToolOutline? Find(string name) => Tools.FirstOrDefault(tool => tool.Name == name);
}
