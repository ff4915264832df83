using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>All prompts of the project by name, in the order of their names.</summary>
internal sealed record PromptCatalog(ProjectSettings Project, EquatableArray<PromptOutline> Prompts)
{
    public static PromptCatalog Of(ProjectSettings project, IReadOnlyCollection<PromptOutline> prompts)
    {
        // A variant is a file beside its main file, whatever that calls itself.
        var renamed = prompts
            .Where(prompt => prompt.Names is { Variant: null, IsPartial: false } && prompt.Names.MainKey != prompt.Names.FileKey)
            .GroupBy(prompt => prompt.Names.FileKey, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Names, StringComparer.Ordinal);
        var catalog = new PromptCatalog(
            project,
            prompts
                .Select(prompt =>
                    prompt.Names.Variant is not null && renamed.TryGetValue(prompt.Names.FileKey, out var main)
                        ? prompt with
                        {
                            Names = prompt.Names.InheritFrom(main),
                        }
                        : prompt
                )
                .OrderBy(prompt => prompt.Names.Key, StringComparer.Ordinal)
                .ThenBy(prompt => prompt.FileName, StringComparer.Ordinal)
                .ThenBy(prompt => prompt.FilePath, StringComparer.Ordinal)
                .ToEquatableArray()
        );
        return catalog with { Prompts = catalog.Prompts.Select(prompt => FreeNames.Of(prompt, catalog)).ToEquatableArray() };
    }

    /// <summary>A file's outline, as the whole project sees it.</summary>
    public PromptOutline Find(string filePath) => Prompts.First(prompt => prompt.FilePath == filePath);

    /// <summary>The main files that give a prompt, each name once.</summary>
    public IEnumerable<PromptOutline> Mains =>
        Prompts
            .Where(prompt => prompt.Names is { Variant: null, IsPartial: false })
            .GroupBy(prompt => prompt.Names.PropertyPath)
            .Select(group => group.First());

    public IEnumerable<PromptOutline> VariantsOf(PromptNames main) =>
        Prompts
            .Where(prompt => prompt.Names is { Variant: not null, IsPartial: false } && prompt.Names.MainKey == main.MainKey)
            .GroupBy(prompt => prompt.Names.VariantProperty)
            .Select(group => group.First());
}
