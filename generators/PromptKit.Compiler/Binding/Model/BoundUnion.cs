using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A closed hierarchy of records to generate.</summary>
internal sealed record BoundUnion(
    string Name,
    BoundDeclaredType Type,
    string? Description,
    string Discriminator,
    EquatableArray<BoundRecord> Cases
) : BoundDeclaration(Name, Type, Description)
{
    /// <summary>The names, in JSON, of the members of all cases.</summary>
    public IEnumerable<string> MemberNames =>
        Cases.SelectMany(record => record.Members).Select(member => member.JsonName).Append(Discriminator).Distinct(StringComparer.Ordinal);

    /// <summary>The cases that have a member of this name, with it.</summary>
    public IEnumerable<(BoundRecord Case, BoundMember Member)> Having(string name) =>
        Cases.SelectMany(record => record.Members.Where(member => member.JsonName == name).Select(member => (record, member)));
}
