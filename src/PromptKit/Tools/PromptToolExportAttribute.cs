using System.ComponentModel;

namespace PromptKit;

/// <summary>
/// Makes a tool known to the prompts of projects that reference this assembly. Generated for every public tool; its shape may change with
/// any version.
/// </summary>
/// <param name="name">What prompts and models call it.</param>
/// <param name="type">The class that has it.</param>
/// <param name="property">The property of that class.</param>
/// <param name="hash">A hash of what models are told of it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PromptToolExportAttribute(string name, Type type, string property, string hash) : Attribute
{
    /// <summary>What prompts and models call it.</summary>
    public string Name { get; } = name;

    /// <summary>The class that has it.</summary>
    public Type Type { get; } = type;

    /// <summary>The property of that class.</summary>
    public string Property { get; } = property;

    /// <summary>A hash of what models are told of it.</summary>
    public string Hash { get; } = hash;
}
