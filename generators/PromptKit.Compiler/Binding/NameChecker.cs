using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>Finds prompts whose C# names clash: with each other, with a folder, with what the classes hold already.</summary>
internal static class NameChecker
{
    private static readonly string[] RootMembers = ["All", "TryGet", "Schemas", "JsonTypeInfoResolver"];

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
        "OutputFormat",
        "OutputRetries",
        "OutputSchema",
        "OutputSchemaJson",
        "OutputSchemaName",
        "OutputWireSchemaJson",
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
            ? catalog.Mains.First(main => main.Names.PropertyPath == prompt.Names.PropertyPath).FileName != prompt.FileName
            : catalog.VariantsOf(prompt.Names).First(other => other.Names.VariantProperty == prompt.Names.VariantProperty).FileName
                != prompt.FileName;

    /// <summary>Whether a variant must give its main file's class too, because that file is not there: callers then see no second error.</summary>
    public static bool StandsForMain(PromptOutline prompt, PromptCatalog catalog) =>
        prompt.Names.Variant is not null
        && MainOf(prompt, catalog) is null
        && catalog.VariantsOf(prompt.Names).First().FileName == prompt.FileName;

    private static IEnumerable<PromptDiagnostic> CheckMain(PromptOutline prompt, PromptCatalog catalog)
    {
        var names = prompt.Names;
        var others = catalog
            .Prompts.Where(other => other.FileName != prompt.FileName && other.Names is { Variant: null, IsPartial: false })
            .ToList();
        if (others.Find(other => other.Names.PropertyPath == names.PropertyPath) is { } same)
        {
            yield return Make(FileRules.SameName, prompt, prompt.FileName, names.PropertyPath, same.FileName);
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
            other.FileName != prompt.FileName
            && other.Names.MainKey == names.MainKey
            && other.Names.VariantProperty == names.VariantProperty
        );
        if (same is not null)
        {
            yield return Make(FileRules.SameName, prompt, prompt.FileName, $"{names.PropertyPath}.{names.VariantProperty}", same.FileName);
        }
        else if (PromptMembers.Contains(names.VariantProperty) || names.VariantProperty == names.ClassName)
        {
            yield return Make(FileRules.ReservedVariant, prompt, names.Variant!, names.VariantProperty!);
        }
    }

    private static PromptOutline? MainOf(PromptOutline variant, PromptCatalog catalog) =>
        catalog.Mains.FirstOrDefault(main => main.Names.MainKey == variant.Names.MainKey);

    private static string? Taken(PromptNames names)
    {
        var container = names.Containers[names.Containers.Count - 1];
        return names.Property == container ? $"the class around it is named '{container}' too"
            : ObjectMembers.Contains(names.Property) ? "every class has a member of that name"
            : names.Containers.Count == 1 && RootMembers.Contains(names.Property) ? $"'{container}' has a member of that name"
            : null;
    }

    private static bool IsInside(PromptNames names, string path) =>
        (string.Join(".", names.Containers) + ".").StartsWith(path + ".", StringComparison.Ordinal);

    // Inside a folder's class, properties and types stand side by side.
    private static bool HasType(PromptNames other, PromptNames names) =>
        other.Containers == names.Containers
        && (names.Property == other.ClassName || names.Property == other.InputName || names.Property == other.OutputName);

    private static PromptDiagnostic Make(DiagnosticRule rule, PromptOutline prompt, params object[] arguments) =>
        new(rule, prompt.NamePlace, string.Format(CultureInfo.InvariantCulture, rule.Message, arguments));
}
