using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Finds what prompts and the project's own C# both want to be called. A type that clashes is generated with a trailing <c>_</c>: the
/// mistake is then reported once, and not by every line that C# can no longer read.
/// </summary>
internal static class ProjectNames
{
    private static readonly string[] TypeWords = ["Prompt", "Input", "Output"];

    /// <summary>Whether a prompt's types may get a name: it starts with a property and one of the words for types.</summary>
    /// <param name="properties">The properties of all prompts.</param>
    /// <param name="name">The name.</param>
    public static bool MayBeGenerated(ICollection<string> properties, string name) =>
        TypeWords.Any(word =>
        {
            var index = name.IndexOf(word, StringComparison.Ordinal);
            while (index >= 0 && !properties.Contains(name.Substring(0, index)))
            {
                index = name.IndexOf(word, index + 1, StringComparison.Ordinal);
            }

            return index >= 0;
        });

    /// <summary>The names that one prompt's types may get, and no others, so that the rest of the project can change freely.</summary>
    public static EquatableArray<TakenName> TakenFrom(PromptNames names, EquatableArray<TakenName> taken) =>
        taken
            .Where(item => TypeWords.Any(word => item.FullName.StartsWith(names.Qualify(names.Property + word), StringComparison.Ordinal)))
            .ToEquatableArray();

    public static PromptNames WithFreeClass(PromptNames names, EquatableArray<TakenName> taken) =>
        taken.Any(item => item.FullName == names.Qualify(names.ClassName)) ? names with { ClassSuffix = "_" } : names;

    /// <summary>The clashes of one prompt's types.</summary>
    public static IEnumerable<PromptDiagnostic> Check(BoundPrompt prompt, EquatableArray<TakenName> taken, SourcePlace place)
    {
        if (taken.Count == 0 || prompt.Names.Variant is not null)
        {
            return [];
        }

        var setting = prompt.Names.Containers.Count > 1 ? "PromptKitClassName" : "PromptKitNamespace";
        var declared = new HashSet<string>(Declared(prompt).Select(name => prompt.Names.Qualify(name)), StringComparer.Ordinal);
        return taken.Where(item => declared.Contains(item.FullName + "_")).Take(1).Select(item => Make(item, setting, place));
    }

    /// <summary>The clash of the class around all prompts.</summary>
    public static IEnumerable<PromptDiagnostic> CheckClass(ProjectSettings project, EquatableArray<TakenName> taken) =>
        taken.Where(item => item.FullName == project.QualifiedClass).Select(item => Make(item, "PromptKitClassName", SourcePlace.None));

    private static IEnumerable<string> Declared(BoundPrompt prompt) =>
        prompt
            .Input.Declarations.Concat(prompt.Output?.Declarations ?? default)
            .Select(declaration => declaration.Name)
            .Append(prompt.Names.ClassName);

    private static PromptDiagnostic Make(TakenName taken, string setting, SourcePlace place) =>
        new(
            FileRules.TypeExists,
            place,
            string.Format(
                CultureInfo.InvariantCulture,
                FileRules.TypeExists.Message,
                taken.FullName.Replace("global::", ""),
                taken.Kind,
                setting
            )
        );
}
