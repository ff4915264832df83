namespace PromptKit.Compiler.Binding.Model;

/// <summary>A property of a user's type.</summary>
/// <param name="JsonName">The name in JSON.</param>
/// <param name="Property">The name in C#.</param>
/// <param name="Type">The type.</param>
/// <param name="Place">How it gets its value when the object is read.</param>
/// <param name="Description">What it means; null when nothing says so.</param>
internal sealed record ToolMember(string JsonName, string Property, ToolType Type, ToolMemberPlace Place, string? Description)
{
    /// <summary>Whether it must be there when the object is read.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is when it is not there.</summary>
    public ToolDefault? Default { get; init; }

    /// <summary>Whether null is left out when the object is written.</summary>
    public bool SkipsNull { get; init; }

    /// <summary>The local that it is read into.</summary>
    public string Local { get; init; } = "";

    /// <summary>Of a setter: the local that says whether it was there.</summary>
    public string SeenLocal { get; init; } = "";
}
