using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The tools of one agent in one turn: what the model is told of them, and what runs.</summary>
internal sealed class ToolSet
{
    public static readonly ToolSet Empty = new([]);

    private readonly IReadOnlyList<AITool> _tools;
    private readonly HashSet<string> _needApproval = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two tools have one name.</exception>
    public ToolSet(IReadOnlyList<AITool> tools)
    {
        _tools = tools;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            if (!names.Add(tool.Name))
            {
                throw new InvalidOperationException(
                    $"Two tools are named '{tool.Name}'. Prompt, chat and send add up: give each tool once, under a name of its own."
                );
            }

            if (tool is not AIFunction function)
            {
                Runnable.Add(tool);
                Declared.Add(tool);
                continue;
            }

            if (function.GetService<ApprovalRequiredAIFunction>() is not null)
            {
                _needApproval.Add(function.Name);
                function = new ApprovedFunction(function);
            }

            // Only declared to the model, so that a function-invoking client of the caller's passes the calls through: tools run here, and
            // here approvals are asked for.
            Declared.Add(function.AsDeclarationOnly());
            Runnable.Add(function);
        }
    }

    /// <summary>For the model. To be copied before somebody else gets it.</summary>
    public List<AITool> Declared { get; } = [];

    /// <summary>For function invocation. To be copied before somebody else gets it.</summary>
    public List<AITool> Runnable { get; } = [];

    /// <summary>Whether it was made of these very tools.</summary>
    public bool IsOf(IReadOnlyList<AITool> tools)
    {
        if (tools.Count != _tools.Count)
        {
            return false;
        }

        for (var index = 0; index < tools.Count; index++)
        {
            if (!ReferenceEquals(tools[index], _tools[index]))
            {
                return false;
            }
        }

        return true;
    }

    public bool NeedsApproval(string name) => _needApproval.Contains(name);

    public bool NeedsApproval(IReadOnlyList<FunctionCallContent> calls) =>
        _needApproval.Count > 0 && calls.Any(call => _needApproval.Contains(call.Name));

    public bool Has(string name) => Declared.Exists(tool => tool.Name == name);
}
