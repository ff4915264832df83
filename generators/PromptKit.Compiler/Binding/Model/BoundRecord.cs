using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A record to generate.</summary>
internal sealed record BoundRecord(string Name, BoundDeclaredType Type, string? Description, EquatableArray<BoundMember> Members)
    : BoundDeclaration(Name, Type, Description)
{
    /// <summary>The property that holds members which the schema does not name; null when it allows none, or does not describe them.</summary>
    public BoundMember? Extra { get; init; }

    /// <summary>Whether a member that is not named is a mistake.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>The union that it is a case of; null when it stands alone.</summary>
    public BoundCase? Case { get; init; }
}
