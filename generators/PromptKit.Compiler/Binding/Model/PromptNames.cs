using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a prompt is called, in C# and elsewhere.</summary>
/// <param name="Key">The path without extension, variant included: <c>support/triage_agent.formal</c>.</param>
/// <param name="MainKey">The key without the variant.</param>
/// <param name="FileKey">The key of the main file before its <c>name:</c> is read: what a variant finds it by.</param>
/// <param name="Namespace">The namespace; may be empty.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Containers">The static classes around the property: <c>Prompts</c>, then one a folder.</param>
/// <param name="Property">The property: <c>TriageAgent</c>.</param>
/// <param name="HintName">A file name for the generated code.</param>
/// <param name="Variant">What stands behind the first dot of the file name; null for a main file.</param>
/// <param name="IsPartial">Whether the file is a partial.</param>
internal sealed record PromptNames(
    string Key,
    string MainKey,
    string FileKey,
    string Namespace,
    string Accessibility,
    EquatableArray<string> Containers,
    string Property,
    string HintName,
    string? Variant,
    bool IsPartial
)
{
    public string ClassName => Property + TypeSuffix + "Prompt" + ClassSuffix;

    /// <summary>The property as it is generated: with a <c>_</c> when its name is taken, which is an error, but no second one.</summary>
    public string Member => Property + PropertySuffix;

    public string PropertySuffix { get; init; } = "";

    /// <summary>The variant's property as it is generated; null for a main file.</summary>
    public string? VariantMember => VariantProperty + VariantSuffix;

    public string VariantSuffix { get; init; } = "";

    /// <summary>What sets the types apart from the class around all prompts: <c>_</c>, or nothing.</summary>
    public string TypeSuffix { get; init; } = "";

    /// <summary>What sets the class apart from a type of the project: <c>_</c>, or nothing.</summary>
    public string ClassSuffix { get; init; } = "";

    public string InputName => Property + TypeSuffix + "Input";

    public string OutputName => Property + TypeSuffix + "Output";

    /// <summary>The variant's property: <c>Formal</c>; null for a main file.</summary>
    public string? VariantProperty =>
        Variant is null ? null
        : PascalCase.Of(Variant) is { Length: > 0 } name ? name
        : "Variant";

    /// <summary>Where the property stands: <c>Prompts.Support.TriageAgent</c>.</summary>
    public string PropertyPath => string.Join(".", Containers.Append(Property));

    /// <summary>A name that providers accept for tools and schemas: <c>[a-zA-Z0-9_-]{1,64}</c>.</summary>
    public string WireName
    {
        get
        {
            var name = new string(MainKey.Select(c => IsWireCharacter(c) ? c : '_').ToArray());
            return name.Length > 64 ? name.Substring(name.Length - 64) : name;
        }
    }

    /// <summary>A type of this prompt, fully qualified. Root prompts' types stand in the namespace, others' in their folder's class.</summary>
    public string Qualify(string typeName)
    {
        var path = Containers.Count > 1 ? Containers.Append(typeName) : [typeName];
        return "global::" + string.Join(".", (Namespace.Length > 0 ? [Namespace] : Array.Empty<string>()).Concat(path));
    }

    /// <summary>The names of a variant whose main file has a <c>name:</c>.</summary>
    public PromptNames InheritFrom(PromptNames main) =>
        this with
        {
            Key = $"{main.MainKey}.{Variant}",
            MainKey = main.MainKey,
            Property = main.Property,
        };

    private static bool IsWireCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
