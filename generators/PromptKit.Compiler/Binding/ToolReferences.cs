using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Joins the entries of <c>tools:</c> with the methods that they name.</summary>
internal static class ToolReferences
{
    /// <summary>The tools that come along with the prompt: all but those that are given with the chat.</summary>
    public static EquatableArray<ToolOutline> Find(FrontMatterModel frontMatter, PromptLinks links) =>
        Required(frontMatter)
            .Select(entry => links.Tools.FirstOrDefault(tool => tool.Name == entry.Name))
            .OfType<ToolOutline>()
            .ToEquatableArray();

    /// <summary>Reports the entries that name no method, or one of two.</summary>
    public static void Check(FrontMatterModel frontMatter, PromptLinks links, DiagnosticBag diagnostics)
    {
        foreach (var entry in Required(frontMatter))
        {
            var tool = links.Tools.FirstOrDefault(tool => tool.Name == entry.Name);
            if (tool is null)
            {
                diagnostics.Add(ToolRules.UnknownTool, entry.Range, entry.Name, Spelling.Suggest(entry.Name, links.ToolNames));
            }
            else if (tool.Rival is { } rival)
            {
                diagnostics.Add(ToolRules.TwoTools, entry.Range, entry.Name, Shown(tool.Access), Shown(rival));
            }
        }
    }

    private static string Shown(string access) => access.Replace("global::", "");

    private static IEnumerable<ToolReference> Required(FrontMatterModel frontMatter) =>
        frontMatter.Tools.Where(entry => !entry.IsSuppliedAtRunTime);
}
