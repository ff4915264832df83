using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Keeps the tools of a chat's last turn: mostly, the next one has the same.</summary>
internal sealed class ToolSetCache
{
    private ToolSet? _last;

    /// <exception cref="InvalidOperationException">Two tools have one name.</exception>
    public ToolSet Of(IReadOnlyList<AITool> tools) =>
        tools.Count == 0 ? ToolSet.Empty
        : _last is { } last && last.IsOf(tools) ? last
        : _last = new ToolSet(tools);
}
