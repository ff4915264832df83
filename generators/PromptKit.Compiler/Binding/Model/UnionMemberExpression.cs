using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A member of a value that is one of several objects; null where that one has no such member.</summary>
/// <param name="Target">The value.</param>
/// <param name="Name">The member's name in JSON.</param>
/// <param name="Variable">Stands for the value in the arms.</param>
/// <param name="Arms">The cases that have the member.</param>
/// <param name="Type">The member's type.</param>
/// <param name="IsNullable">Whether the whole may be null.</param>
internal sealed record UnionMemberExpression(
    BoundExpression Target,
    string Name,
    string Variable,
    EquatableArray<UnionArm> Arms,
    BoundType Type,
    bool IsNullable
) : BoundExpression(Type, IsNullable)
{
    /// <summary>Whether it tells the cases apart.</summary>
    public bool IsDiscriminator => Arms.All(arm => arm.Value is LiteralExpression);
}
