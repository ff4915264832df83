using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a prompt is called, in C# and elsewhere.</summary>
/// <param name="Key">The path without extension, variant included: <c>support/triage_agent.formal</c>.</param>
/// <param name="MainKey">The key without the variant.</param>
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
    string Namespace,
    string Accessibility,
    EquatableArray<string> Containers,
    string Property,
    string HintName,
    string? Variant,
    bool IsPartial
)
{
    public string ClassName => Property + "Prompt";

    public string InputName => Property + "Input";

    public string OutputName => Property + "Output";

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

    private static bool IsWireCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
