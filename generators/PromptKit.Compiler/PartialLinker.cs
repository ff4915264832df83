using System.Globalization;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Takes from the project's partials what one file needs, and nothing more, so that the rest of them can change freely.</summary>
internal static class PartialLinker
{
    public static EquatableArray<ParsedPrompt> PartialsOf(IEnumerable<ParsedPrompt> prompts) =>
        prompts.Where(prompt => prompt.Names.IsPartial).OrderBy(prompt => prompt.Source.Path, StringComparer.Ordinal).ToEquatableArray();

    public static FileIncludes IncludesOf(ParsedPrompt prompt) =>
        new(
            PartialNames.FolderOf(prompt.Names.FileKey),
            Written(prompt).Select(include => include.Name).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            prompt.Template is { HasUnknownInclude: false }
        );

    public static IncludedPartials FindIncluded(IReadOnlyCollection<FileIncludes> files, PromptCatalog catalog) =>
        IncludedPartials.Of(
            catalog.Prompts.Where(prompt => prompt.Names.IsPartial).Select(partial => PartialNames.NameOf(partial.Names)),
            files
        );

    /// <summary>The partials that a file includes, directly or not, and whether any is not there.</summary>
    public static (EquatableArray<ParsedPrompt> Partials, bool IsMissingOne) Closure(
        ParsedPrompt prompt,
        EquatableArray<ParsedPrompt> partials
    )
    {
        var byName = partials
            .GroupBy(partial => PartialNames.NameOf(partial.Names), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var found = new List<ParsedPrompt>();
        var isMissingOne = false;
        var waiting = new Queue<ParsedPrompt>([prompt]);
        while (waiting.Count > 0)
        {
            var file = waiting.Dequeue();
            var folder = PartialNames.FolderOf(file.Names.FileKey);
            foreach (var include in Written(file))
            {
                var name = PartialNames.Candidates(folder, include.Name).FirstOrDefault(byName.ContainsKey);
                isMissingOne |= name is null;
                if (name is not null && !found.Contains(byName[name]))
                {
                    found.Add(byName[name]);
                    waiting.Enqueue(byName[name]);
                }
            }
        }

        return (found.OrderBy(partial => partial.Source.Path, StringComparer.Ordinal).ToEquatableArray(), isMissingOne);
    }

    /// <summary>What is wrong with a partial beside the others, and with nobody including it.</summary>
    public static IEnumerable<PromptDiagnostic> Check(PromptOutline partial, PromptCatalog catalog, IncludedPartials included)
    {
        var name = PartialNames.NameOf(partial.Names);
        var same = catalog.Prompts.FirstOrDefault(other =>
            other.Names.IsPartial && other.FilePath != partial.FilePath && PartialNames.NameOf(other.Names) == name
        );
        if (same is not null)
        {
            yield return Make(PartialRules.SameName, partial, partial.FileName, same.FileName, name);
        }
        else if (!included.MayInclude(name))
        {
            yield return Make(PartialRules.Unused, partial, partial.FileName, name);
        }
    }

    private static IEnumerable<IncludeNode> Written(ParsedPrompt prompt) => prompt.Template?.Includes ?? default;

    private static PromptDiagnostic Make(DiagnosticRule rule, PromptOutline partial, params object[] arguments) =>
        new(rule, partial.NamePlace, string.Format(CultureInfo.InvariantCulture, rule.Message, arguments));
}
