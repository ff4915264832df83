using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>All functions, by name.</summary>
internal static class FunctionTable
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        .. new[]
        {
            TextTable.All,
            TextFactTable.All,
            RegexTable.All,
            ListTable.All,
            ListFunctionTable.All,
            NumberTable.All,
            DateTable.All,
            ObjectTable.All,
            RefusedTable.All,
        }
            .SelectMany(functions => functions)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, TemplateFunction> ByName = All.ToDictionary(
        function => function.Name,
        StringComparer.Ordinal
    );

    public static TemplateFunction? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;

    /// <summary>What may have been meant by an unknown name.</summary>
    public static string Suggest(string? group, string name)
    {
        var isGroup = group is not null && FunctionNames.IsGroup(group);
        if (
            All.All(function => !function.Name.EndsWith("." + name, StringComparison.Ordinal))
            && ForeignFunctions.RemedyOf(name) is { } remedy
        )
        {
            return remedy;
        }

        var nearest = isGroup
            ? Spelling.Suggest(
                name,
                All.Where(function => GroupOf(function) == group).Select(function => function.Name.Substring(group!.Length + 1))
            )
            : "";
        if (nearest.Length > 0)
        {
            return nearest;
        }

        // The right name in the wrong group, or without one.
        return All.FirstOrDefault(function => function.Name.EndsWith("." + name, StringComparison.Ordinal)) is { } moved
            ? $" Did you mean '{moved.Name}'?"
            : Spelling.Suggest(group is null ? name : $"{group}.{name}", All.Select(function => function.Name));
    }

    /// <summary>The function to call in place of a member: <c>string.upcase</c> for <c>name.upcase()</c> and <c>name.ToUpper()</c>.</summary>
    public static string? InPlaceOf(string member, params string[] groups)
    {
        var own = groups.Select(group => $"{group}.{member}").FirstOrDefault(name => Find(name) is not null);
        var foreign = ForeignFunctions.FunctionOf(member);
        return own ?? (foreign is not null && (foreign == "json" || groups.Contains(foreign.Split('.')[0])) ? foreign : null);
    }

    public static string? GroupOf(TemplateFunction function) =>
        function.Name.IndexOf('.') is var dot and > 0 ? function.Name.Substring(0, dot) : null;
}
