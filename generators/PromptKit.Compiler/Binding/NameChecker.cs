using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>Finds prompts whose C# names clash: with each other, with a folder, with what the classes hold already.</summary>
internal static class NameChecker
{
    private static readonly string[] RootMembers = ["All", "TryGet", "Schemas", "Tools", "JsonTypeInfoResolver"];

    private static readonly string[] ObjectMembers =
    [
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
        "MemberwiseClone",
        "Finalize",
    ];

    // What the class of every prompt has.
    private static readonly string[] PromptMembers =
    [
        .. ObjectMembers,
        "AgentNames",
        "Description",
        "InputSchema",
        "InputSchemaJson",
        "Instance",
        "MaxToolRounds",
        "Metadata",
        "MetadataJson",
        "ModelId",
        "Name",
        "Output",
        "OutputFormat",
        "OutputFormatJson",
        "OutputRetries",
        "OutputSchema",
        "OutputSchemaJson",
        "OutputSchemaName",
        "Prompt",
        "ReadInput",
        "Render",
        "SourceHash",
        "ToolNames",
        "Variant",
        "Variants",
        "With",
    ];

    public static IEnumerable<PromptDiagnostic> Check(PromptOutline prompt, PromptCatalog catalog)
    {
        var names = prompt.Names;
        if (names.IsPartial)
        {
            return [];
        }

        return names.Variant is null ? CheckMain(prompt, catalog) : CheckVariant(prompt, catalog);
    }

    /// <summary>Whether another file has this one's name and gives the code.</summary>
    public static bool IsShadowed(PromptOutline prompt, PromptCatalog catalog) =>
        prompt.Names.Variant is null
            ? catalog.Mains.First(main => main.Names.PropertyPath == prompt.Names.PropertyPath).FilePath != prompt.FilePath
            : catalog.VariantsOf(prompt.Names).First(other => other.Names.VariantProperty == prompt.Names.VariantProperty).FilePath
                != prompt.FilePath;

    /// <summary>Whether a variant must give its main file's class too, because that file is not there: callers then see no second error.</summary>
    public static bool StandsForMain(PromptOutline prompt, PromptCatalog catalog) =>
        prompt.Names.Variant is not null
        && MainOf(prompt, catalog) is null
        && catalog.VariantsOf(prompt.Names).First().FilePath == prompt.FilePath;

    private static IEnumerable<PromptDiagnostic> CheckMain(PromptOutline prompt, PromptCatalog catalog)
    {
        var names = prompt.Names;
        var others = catalog
            .Prompts.Where(other => other.FilePath != prompt.FilePath && other.Names is { Variant: null, IsPartial: false })
            .ToList();
        if (others.Find(other => other.Names.PropertyPath == names.PropertyPath) is { } same)
        {
            yield return Make(FileRules.SameName, prompt, prompt.FileName, names.PropertyPath, NameOf(same, prompt));
        }
        else if (catalog.Prompts.FirstOrDefault(other => IsNamedAlike(other, prompt)) is { } alike)
        {
            yield return Make(FileRules.SameName, prompt, prompt.FileName, names.Key, alike.FileName);
        }
        else if (others.Find(other => IsInside(other.Names, names.PropertyPath)) is { } inside)
        {
            yield return Make(FileRules.FileBesideFolder, prompt, prompt.FileName, names.PropertyPath, inside.FileName);
        }
        else if (Taken(names) is { } reason)
        {
            yield return Make(FileRules.ReservedName, prompt, names.Property, reason);
        }
        else if (names.Containers.Count > 1 && others.Find(other => HasType(other.Names, names)) is { } other)
        {
            var type = $"the prompt '{other.FileName}' has a type of that name";
            yield return Make(FileRules.ReservedName, prompt, names.Property, type);
        }
    }

    private static IEnumerable<PromptDiagnostic> CheckVariant(PromptOutline prompt, PromptCatalog catalog)
    {
        var names = prompt.Names;
        if (MainOf(prompt, catalog) is null)
        {
            yield return Make(FileRules.VariantWithoutMain, prompt, prompt.FileName, names.MainKey);
            yield break;
        }

        var same = catalog.Prompts.FirstOrDefault(other =>
            other.FilePath != prompt.FilePath
            && other.Names.MainKey == names.MainKey
            && other.Names.VariantProperty == names.VariantProperty
        );
        if (same is not null)
        {
            yield return Make(
                FileRules.SameName,
                prompt,
                prompt.FileName,
                $"{names.PropertyPath}.{names.VariantProperty}",
                NameOf(same, prompt)
            );
        }
        else if (IsTakenVariant(names))
        {
            yield return Make(FileRules.ReservedVariant, prompt, names.Variant!, names.VariantProperty!);
        }
    }

    // 'name: a.b' gives the key that the variant 'a.b.prompt' has.
    private static bool IsNamedAlike(PromptOutline other, PromptOutline prompt) =>
        !other.Names.IsPartial && other.FilePath != prompt.FilePath && other.Names.Key == prompt.Names.Key;

    // Two files may be linked to one place.
    private static string NameOf(PromptOutline other, PromptOutline prompt) =>
        other.FileName == prompt.FileName ? other.FilePath : other.FileName;

    private static PromptOutline? MainOf(PromptOutline variant, PromptCatalog catalog) =>
        catalog.Mains.FirstOrDefault(main => main.Names.MainKey == variant.Names.MainKey);

    /// <summary>Why a property cannot have its name; null when it can.</summary>
    public static string? Taken(PromptNames names)
    {
        var container = names.Containers[names.Containers.Count - 1];
        return names.Property == container ? $"the class around it is named '{container}' too"
            : HasTypeLikeClass(names) ? $"one of its types would be '{container}', as the class around it is"
            : ObjectMembers.Contains(names.Property) ? "every class has a member of that name"
            : names.Containers.Count == 1 && RootMembers.Contains(names.Property) ? $"'{container}' has a member of that name"
            : null;
    }

    private static bool IsInside(PromptNames names, string path) =>
        (string.Join(".", names.Containers) + ".").StartsWith(path + ".", StringComparison.Ordinal);

    /// <summary>Whether a type would stand beside the class of all prompts under its name.</summary>
    public static bool HasTypeLikeClass(PromptNames names) =>
        names.Containers.Count == 1 && TypesOf(names with { TypeSuffix = "" }).Contains(names.Containers[0]);

    /// <summary>Whether every prompt has a member of the variant's name.</summary>
    public static bool IsTakenVariant(PromptNames names) =>
        PromptMembers.Contains(names.VariantProperty) || names.VariantProperty == names.ClassName;

    /// <summary>Whether what stands in a folder's class, or the class of a folder, has the prompt's name.</summary>
    public static bool IsTakenByOther(PromptOutline prompt, PromptOutline other) =>
        other.Names is { Variant: null, IsPartial: false }
        && other.FilePath != prompt.FilePath
        && (IsInside(other.Names, prompt.Names.PropertyPath) || (prompt.Names.Containers.Count > 1 && HasType(other.Names, prompt.Names)));

    // Inside a folder's class, properties and types stand side by side.
    private static bool HasType(PromptNames other, PromptNames names) =>
        other.Containers == names.Containers && TypesOf(other).Contains(names.Property);

    private static string[] TypesOf(PromptNames names) =>
        [names.ClassName, names.InputName, names.OutputName, names.OutputName + BoundDeclaredType.PartialSuffix];

    private static PromptDiagnostic Make(DiagnosticRule rule, PromptOutline prompt, params object[] arguments) =>
        new(rule, prompt.NamePlace, string.Format(CultureInfo.InvariantCulture, rule.Message, arguments));
}
