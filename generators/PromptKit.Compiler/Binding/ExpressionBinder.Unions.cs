using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>
/// Members of unions. A member is null where the object has none of that name, as JSON has none there, so that it is asked for like any
/// value that may be null.
/// </content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression? BindUnionMember(BoundUnion union, BoundExpression target, MemberNode node)
    {
        if (!union.MemberNames.Contains(node.Name, StringComparer.Ordinal))
        {
            return UnknownMember(target, node, Spelling.Suggest(node.Name, union.MemberNames));
        }

        return ReadUnionMember(union, target, node.Name, node.NameRange) is { } member ? Known(member) : null;
    }

    /// <summary>Reads a member that the union has.</summary>
    /// <returns>Null when it has no one type, which is reported.</returns>
    public UnionMemberExpression? ReadUnionMember(BoundUnion union, BoundExpression target, string name, TextRange range)
    {
        var variable = scope.Locals.NameAt(range, name + "_case");
        if (name == union.Discriminator)
        {
            var values = union.Cases.Select(record => new UnionArm(record.Type, Literal(record.Case!.Value)));
            return new UnionMemberExpression(target, name, variable, values.ToEquatableArray(), ValueTypes.Text, target.IsNullable);
        }

        var found = union.Having(name).ToList();
        if (found.Exists(one => one.Member.Type is BoundScalar { Kind: ScalarKind.Unknown }) || !CheckOneType(union, found, name, range))
        {
            return null;
        }

        var areSame = found.TrueForAll(one => one.Member.Type == found[0].Member.Type);
        var arms = found
            .Select(one => new UnionArm(one.Case.Type, ReadCase(variable, one.Case, one.Member)))
            .Select(arm => areSame ? arm : arm with { Value = ToText(arm.Value) })
            .ToEquatableArray();
        var isNullable = target.IsNullable || arms.Count < union.Cases.Count || arms.Any(arm => arm.Value.IsNullable);
        return new UnionMemberExpression(target, name, variable, arms, arms[0].Value.Type, isNullable);
    }

    private static MemberExpression ReadCase(string variable, BoundRecord record, BoundMember member) =>
        new(
            new LocalExpression(variable, record.Type, IsNullable: false),
            member.Property,
            member.IsNullable,
            member.Type,
            member.IsNullable
        );

    // Texts of different kinds are texts; an object that may have any member may have this one, of another type.
    private bool CheckOneType(BoundUnion union, List<(BoundRecord Case, BoundMember Member)> found, string name, TextRange range)
    {
        var first = found[0];
        foreach (var (record, member) in found.Skip(1))
        {
            if (member.Type != first.Member.Type && !(ValueTypes.IsText(member.Type) && ValueTypes.IsText(first.Member.Type)))
            {
                ReportTwoTypes(
                    union,
                    name,
                    range,
                    first.Case,
                    ValueTypes.Describe(first.Member.Type),
                    record,
                    ValueTypes.Describe(member.Type)
                );
                return false;
            }
        }

        var open = union.Cases.FirstOrDefault(record => record.Extra is not null && !found.Exists(one => one.Case == record));
        if (open is not null)
        {
            ReportTwoTypes(union, name, range, first.Case, ValueTypes.Describe(first.Member.Type), open, "any other member");
        }

        return open is null;
    }

    private void ReportTwoTypes(
        BoundUnion union,
        string name,
        TextRange range,
        BoundRecord one,
        string type,
        BoundRecord other,
        string otherType
    ) =>
        diagnostics.Add(
            BindingRules.TwoTypesInUnion,
            range,
            name,
            type,
            $"{union.Discriminator}: {one.Case!.Value}",
            otherType,
            $"{union.Discriminator}: {other.Case!.Value}"
        );

    /// <summary>Checks that what tells the objects of a union apart is compared with a value that one of them has.</summary>
    private bool CheckCase(BinaryNode node, BoundExpression left, BoundExpression right)
    {
        var (member, literal, place) = (left, right) switch
        {
            (UnionMemberExpression one, LiteralExpression { Value: string text }) => (one, text, node.Right),
            (LiteralExpression { Value: string text }, UnionMemberExpression one) => (one, text, node.Left),
            _ => default,
        };
        if (member is not { IsDiscriminator: true })
        {
            return true;
        }

        var values = member.Arms.Select(arm => (string)((LiteralExpression)arm.Value).Value!).ToList();
        if (values.Contains(literal, StringComparer.Ordinal))
        {
            return true;
        }

        diagnostics.Add(
            BindingRules.NotAMember,
            place.Range,
            literal,
            member.Name,
            Spelling.Suggest(literal, values),
            string.Join(", ", values.Select(value => $"'{value}'"))
        );
        return false;
    }
}
