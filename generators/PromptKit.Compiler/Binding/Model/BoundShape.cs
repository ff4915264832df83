using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>An object that the template writes itself, <c>{ a: 1 }</c>: a tuple in C#.</summary>
internal sealed record BoundShape(EquatableArray<BoundShapeMember> Members) : BoundType(CodeOf(Members))
{
    public override bool IsValueType => true;

    // C# has no syntax for a tuple of one.
    private static string CodeOf(EquatableArray<BoundShapeMember> members) =>
        members.Count == 1
            ? $"global::System.ValueTuple<{members[0].TypeCode}>"
            : $"({string.Join(", ", members.Select(member => $"{member.TypeCode} {member.Property}"))})";
}
