using System.Globalization;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Emission;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Compiles tools, and finds what is wrong with them seen beside each other and beside the prompts.</summary>
internal static class ToolCompiler
{
    public static CompiledTool Compile(ToolMethod method, ProjectSettings project)
    {
        var tool = ToolBinder.Bind(method, project);
        return new CompiledTool(
            $"Prompts.Tools.{tool.Property}.g.cs",
            ToolEmitter.Emit(tool),
            new ToolOutline(method.Name, tool.Access, tool.Hash)
        );
    }

    /// <summary>The methods that give a tool: the first of each name, in the order of their names.</summary>
    public static IEnumerable<ToolMethod> Distinct(IEnumerable<ToolMethod> methods) =>
        InOrder(methods, method => method).GroupBy(KeyOf, StringComparer.OrdinalIgnoreCase).Select(group => group.First());

    /// <summary>What is wrong with each tool alone, two of one name, and those that no prompt uses.</summary>
    /// <param name="readings">All tools of the project.</param>
    /// <param name="project">The project.</param>
    /// <param name="usedByPrompts">The tools that prompts name; null when there are no prompts, as in a library of tools.</param>
    public static IEnumerable<PromptDiagnostic> Check(
        IReadOnlyCollection<ToolReading> readings,
        ProjectSettings project,
        IEnumerable<string>? usedByPrompts
    )
    {
        var used = usedByPrompts is null ? null : new HashSet<string>(usedByPrompts, StringComparer.Ordinal);
        foreach (
            var group in InOrder(readings, reading => reading.Method)
                .GroupBy(reading => KeyOf(reading.Method), StringComparer.OrdinalIgnoreCase)
        )
        {
            var first = group.First();
            foreach (var diagnostic in group.SelectMany(reading => reading.Diagnostics))
            {
                yield return diagnostic;
            }

            foreach (var other in group.Skip(1))
            {
                yield return Make(ToolRules.SameName, other.NamePlace, other.Method.Name, NameOf(first.Method));
            }

            if (used is not null && !used.Contains(first.Method.Name) && first.Diagnostics.Count == 0)
            {
                var access = $"{project.ClassName}.Tools.{ToolBinder.PropertyOf(first.Method)}";
                yield return Make(ToolRules.Unused, first.NamePlace, first.Method.Name, access);
            }
        }
    }

    public static PromptDiagnostic Make(DiagnosticRule rule, SourcePlace place, params object[] arguments) =>
        new(rule, place, string.Format(CultureInfo.InvariantCulture, rule.Message, arguments));

    // Two names that are one in C# cannot both be properties.
    private static string KeyOf(ToolMethod method) => ToolBinder.PropertyOf(method);

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, ToolMethod> method) =>
        items.OrderBy(item => method(item).Name, StringComparer.Ordinal).ThenBy(item => NameOf(method(item)), StringComparer.Ordinal);

    private static string NameOf(ToolMethod method) => $"{method.Target.Replace("global::", "")}.{method.Method}";
}
