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
    public static ItemMember? Find(FunctionCall call, string name) =>
        HasMembers(call, call.ListOf(0).Item) ? Of(call, call.ListOf(0).Item, name) : Refuse(call);

    /// <summary>Finds a member of a member too, by their names with dots between.</summary>
    /// <inheritdoc cref="Find"/>
    public static ItemMember? FindPath(FunctionCall call, string path)
    {
        var item = call.ListOf(0).Item;
        if (!HasMembers(call, item) || NamesOf(call, item).Contains(path, StringComparer.Ordinal))
        {
            return Find(call, path);
        }

        var names = path.Split('.');
        return names
            .Skip(1)
            .Aggregate(Of(call, item, names[0]), (outer, name) => outer is null ? null : Of(call, outer.Type, name)?.Inside(outer));
    }

    /// <summary>Whether an item is one of <see cref="Owners"/>.</summary>
    public BoundExpression IsOwned(BoundExpression item)
    {
        var arms = Owners.Select(arm => arm with { Value = ConstantFolding.Literal(value: true) }).ToEquatableArray();
        return new UnionMemberExpression(item, "", "", arms, ValueTypes.Boolean, IsNullable: false);
    }

    private ItemMember Inside(ItemMember outer) => this with { Read = item => Read(outer.Read(item)) };

    private static ItemMember? Refuse(FunctionCall call)
    {
        call.ReportWrongType(0, "a list of objects", call.ListOf(0));
        return null;
    }

    private static bool HasMembers(FunctionCall call, BoundType type) => type is BoundShape || DeclarationOf(call, type) is not null;

    private static BoundDeclaration? DeclarationOf(FunctionCall call, BoundType type) =>
        type is BoundDeclaredType { IsEnum: false } declared ? call.Scope.Types.Find(declared) : null;

    private static IEnumerable<string> NamesOf(FunctionCall call, BoundType type) =>
        type is BoundShape shape
            ? shape.Members.Select(member => member.Name)
            : DeclarationOf(call, type) switch
            {
                BoundRecord record => record.Members.Select(member => member.JsonName),
                BoundUnion union => union.MemberNames,
                _ => [],
            };

    private static ItemMember? Of(FunctionCall call, BoundType type, string name)
    {
        if (!NamesOf(call, type).Contains(name, StringComparer.Ordinal))
        {
            return ReportUnknown(call, type, name);
        }

        if (type is BoundShape shape)
        {
            var member = shape.Members.First(member => member.Name == name);
            return OfObject(member.Property, member.Type, member.IsNullable, mayBeMissing: false);
        }

        if (DeclarationOf(call, type) is BoundUnion union)
        {
            return OfUnion(call, union, name);
        }

        var property = ((BoundRecord)DeclarationOf(call, type)!).Members.First(member => member.JsonName == name);
        return OfObject(property.Property, property.Type, property.IsNullable, CanBeMissing(property));
    }

    private static ItemMember OfObject(string property, BoundType type, bool isNullable, bool mayBeMissing) =>
        new(
            type,
            isNullable,
            mayBeMissing,
            default,
            item => new MemberExpression(item, property, isNullable, type, isNullable || item.IsNullable)
        );

    private static ItemMember? OfUnion(FunctionCall call, BoundUnion union, string name)
    {
        BoundExpression? Read(BoundExpression item) => call.ReadUnionMember(union, item, name);

        // Read once, to learn the type.
        if (Read(new LocalExpression("", union.Type, IsNullable: false)) is not UnionMemberExpression member)
        {
            return null;
        }

        return new ItemMember(
            member.Type,
            member.Arms.Any(arm => arm.Value.IsNullable),
            union.Having(name).Any(one => CanBeMissing(one.Member)),
            member.Arms.Count < union.Cases.Count ? member.Arms : default,
            item => Read(item)!
        );
    }

    // A record keeps null for both.
    private static bool CanBeMissing(BoundMember member) => member is { IsNullable: true, IsRequired: false };

    private static ItemMember? ReportUnknown(FunctionCall call, BoundType type, string name)
    {
        var (list, path) = (call.Scope.Text[call.NodeOf(0).Range], ((LiteralExpression)call[1]).Value!);
        var remedy = ExpressionBinder.Suggest(name, NamesOf(call, type));
        call.Report(FunctionRules.UnknownItemMember, call.NodeOf(1).Range, list, path, remedy);
        return null;
    }
}
