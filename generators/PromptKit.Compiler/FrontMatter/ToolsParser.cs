using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Reads <c>tools:</c>, <c>agents:</c> and <c>toolChoice:</c>. Whether what they name exists is found out across files.</summary>
internal static class ToolsParser
{
    private const int LongestName = 64;
    private static readonly string[] Choices = ["auto", "none", "required"];

    public static EquatableArray<ToolReference> ParseTools(ListNode list, DiagnosticBag diagnostics)
    {
        var tools = new List<ToolReference>();
        foreach (var item in Names(list, "tools", diagnostics))
        {
            var isSupplied = item.Value.EndsWith("?", StringComparison.Ordinal);
            var name = isSupplied ? item.Value.Substring(0, item.Value.Length - 1) : item.Value;
            if (!IsToolName(name))
            {
                diagnostics.Add(FrontMatterRules.BadToolName, item.Range, name);
            }
            else if (tools.Exists(tool => tool.Name == name))
            {
                diagnostics.Add(FrontMatterRules.ListedTwice, item.Range, name);
            }
            else
            {
                tools.Add(new ToolReference(name, isSupplied, item.Range));
            }
        }

        return tools.ToEquatableArray();
    }

    public static EquatableArray<Located<string>> ParseAgents(ListNode list, DiagnosticBag diagnostics)
    {
        var agents = new List<Located<string>>();
        foreach (var item in Names(list, "agents", diagnostics))
        {
            if (agents.Exists(agent => agent.Value == item.Value))
            {
                diagnostics.Add(FrontMatterRules.ListedTwice, item.Range, item.Value);
            }
            else
            {
                agents.Add(new Located<string>(item.Value, item.Range));
            }
        }

        return agents.ToEquatableArray();
    }

    /// <summary>A choice names one of three modes, or one of the prompt's own tools.</summary>
    public static void CheckChoice(FrontMatterModel model, DiagnosticBag diagnostics)
    {
        if (model.ToolChoice is not { } choice || Choices.Contains(choice.Value) || model.Tools.Any(tool => tool.Name == choice.Value))
        {
            return;
        }

        var suggestion = Spelling.Suggest(choice.Value, Choices.Concat(model.Tools.Select(tool => tool.Name)));
        diagnostics.Add(
            FrontMatterRules.UnknownToolChoice,
            choice.Range,
            choice.Value,
            suggestion.Length > 0 ? suggestion : " Write 'auto', 'none', 'required', or the name of a tool that 'tools' lists."
        );
    }

    private static IEnumerable<ScalarNode> Names(ListNode list, string key, DiagnosticBag diagnostics)
    {
        foreach (var item in list.Items)
        {
            if (item is ScalarNode { IsString: true } name)
            {
                yield return name;
            }
            else
            {
                diagnostics.Add(FrontMatterRules.WrongType, item.Range, $"an item of {key}", "a name", item.Kind);
            }
        }
    }

    private static bool IsToolName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');
}
