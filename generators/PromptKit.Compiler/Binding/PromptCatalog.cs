using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>All prompts of the project by name, in the order of their names.</summary>
internal sealed record PromptCatalog(ProjectSettings Project, EquatableArray<PromptOutline> Prompts)
{
    public static PromptCatalog Of(ProjectSettings project, IEnumerable<PromptOutline> prompts) =>
        new(
            project,
            prompts
                .OrderBy(prompt => prompt.Names.Key, StringComparer.Ordinal)
                .ThenBy(prompt => prompt.FileName, StringComparer.Ordinal)
                .ToEquatableArray()
        );

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
