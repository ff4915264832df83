using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Gives a <c>_</c> to every name that is taken. That is an error at the file; with the name as it is, C# would report many more, in
/// places that nobody wrote.
/// </summary>
internal static class FreeNames
{
    private const string Suffix = "_";

    public static PromptOutline Of(PromptOutline prompt, PromptCatalog catalog)
    {
        var names = prompt.Names;
        if (names.IsPartial)
        {
            return prompt;
        }

        // A variant stands in the class of its main file.
        var main = names.Variant is null
            ? prompt
            : catalog.Prompts.FirstOrDefault(other => other.Names is { Variant: null } && other.Names.MainKey == names.MainKey) ?? prompt;
        var isTaken = NameChecker.Taken(main.Names) is not null || catalog.Prompts.Any(other => NameChecker.IsTakenByOther(main, other));
        var free = names with
        {
            PropertySuffix = isTaken ? Suffix : "",
            TypeSuffix = NameChecker.HasTypeLikeClass(main.Names) ? Suffix : "",
            VariantSuffix = names.Variant is not null && NameChecker.IsTakenVariant(names) ? Suffix : "",
        };
        return free == names ? prompt : prompt with { Names = free };
    }
}
