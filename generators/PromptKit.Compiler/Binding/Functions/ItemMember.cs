using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>The member of a list's items that a function is given by its name.</summary>
/// <param name="Type">The member's type.</param>
/// <param name="IsNullable">Whether it may be null where an item has it.</param>
/// <param name="MayBeMissing">Whether an item of the JSON may be without it although its type has it.</param>
/// <param name="Owners">The cases that have it, where the items are one of several objects and not all have it.</param>
/// <param name="Read">Gives the member of an item.</param>
internal sealed record ItemMember(
    BoundType Type,
    bool IsNullable,
    bool MayBeMissing,
    EquatableArray<UnionArm> Owners,
    Func<BoundExpression, BoundExpression> Read
)
{
    /// <returns>Null when the items have no such member, or none of one type; that is reported.</returns>
    public static ItemMember? Find(FunctionCall call, BoundList list, string name) =>
        list.Item is BoundDeclaredType { IsEnum: false } type
            ? call.Scope.Types.Find(type) switch
            {
                BoundRecord record => OfRecord(call, record, name),
                BoundUnion union => OfUnion(call, union, name),
                _ => Refuse(call, list),
            }
            : Refuse(call, list);

    /// <summary>Whether an item is one of <see cref="Owners"/>.</summary>
    public BoundExpression IsOwned(BoundExpression item)
    {
        var arms = Owners.Select(arm => arm with { Value = ConstantFolding.Literal(value: true) }).ToEquatableArray();
        return new UnionMemberExpression(item, "", "", arms, ValueTypes.Boolean, IsNullable: false);
    }

    private static ItemMember? Refuse(FunctionCall call, BoundList list)
    {
        call.ReportWrongType(0, "a list of objects", list);
        return null;
    }

    private static ItemMember? OfRecord(FunctionCall call, BoundRecord record, string name)
    {
        var member = record.Members.FirstOrDefault(member => member.JsonName == name);
        return member is null
            ? ReportUnknown(call, name, record.Members.Select(known => known.JsonName))
            : new ItemMember(
                member.Type,
                member.IsNullable,
                CanBeMissing(member),
                default,
                item => new MemberExpression(item, member.Property, member.IsNullable, member.Type, member.IsNullable || item.IsNullable)
            );
    }

    private static ItemMember? OfUnion(FunctionCall call, BoundUnion union, string name)
    {
        if (!union.MemberNames.Contains(name, StringComparer.Ordinal))
        {
            return ReportUnknown(call, name, union.MemberNames);
        }

        BoundExpression? Read(BoundExpression item) => call.ReadUnionMember(union, item, name);

        // Read once, to learn the type.
        if (Read(new LocalExpression("", union.Type, IsNullable: false)) is not UnionMemberExpression member)
        {
            return null;
        }

        var owners = member.Arms.Count < union.Cases.Count ? member.Arms : default;
        return new ItemMember(
            member.Type,
            member.Arms.Any(arm => arm.Value.IsNullable),
            union.Having(name).Any(one => CanBeMissing(one.Member)),
            owners,
            item => Read(item)!
        );
    }

    // A record keeps null for both.
    private static bool CanBeMissing(BoundMember member) => member is { IsNullable: true, IsRequired: false };

    private static ItemMember? ReportUnknown(FunctionCall call, string name, IEnumerable<string> names)
    {
        var remedy = ExpressionBinder.Suggest(name, names);
        call.Report(FunctionRules.UnknownItemMember, call.NodeOf(1).Range, call.Scope.Text[call.NodeOf(0).Range], name, remedy);
        return null;
    }
}
