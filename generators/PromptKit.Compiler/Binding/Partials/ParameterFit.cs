using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>
/// Whether a value can stand for a parameter. Types are compared by what they hold: a partial's own have no C# type, so its code is
/// compiled for what is passed.
/// </summary>
internal sealed class ParameterFit(TypeCatalog types)
{
    /// <returns>The value as the partial reads it; null when it does not fit.</returns>
    public BoundExpression? Take(BoundExpression value, BoundType wanted)
    {
        // An enum of other values is a text like any other to the partial.
        if (wanted is BoundDeclaredType { IsEnum: true } choices && value.Type != wanted)
        {
            return IsChoice(value, choices) ? ExpressionBinder.ToText(value) : null;
        }

        if (value is ListExpression { Items.Count: 0 } && wanted is BoundList && TypeOfAbsent(wanted) == wanted)
        {
            return new ListExpression(default, wanted);
        }

        if (!Fits(value.Type, wanted, depth: 0))
        {
            return null;
        }

        return wanted == ValueTypes.Text ? ExpressionBinder.ToText(value) : value;
    }

    /// <summary>The type of a parameter that is not passed, and holds null; null when no C# type stands for it.</summary>
    public BoundType? TypeOfAbsent(BoundType type) =>
        type switch
        {
            BoundDeclaredType { IsEnum: true } => ValueTypes.Text,
            BoundDeclaredType declared => IsGenerated(declared) ? declared : null,
            BoundList list => TypeOfAbsent(list.Item) == list.Item ? list : null,
            BoundMap map => TypeOfAbsent(map.Value) == map.Value ? map : null,
            _ => type,
        };

    /// <summary>What sets a type apart from another of the same kind, as a sentence; empty when they are of two kinds.</summary>
    public string Difference(BoundType given, BoundType wanted)
    {
        switch (given, wanted)
        {
            case (BoundList one, BoundList other):
                return $" Its items: {Describe(one.Item)} instead of {Describe(other.Item)}.";
            case (BoundMap one, BoundMap other):
                return $" Its values: {Describe(one.Value)} instead of {Describe(other.Value)}.";
            case (BoundDeclaredType { IsEnum: false } one, BoundDeclaredType { IsEnum: false } other)
                when types.Find(one) is BoundRecord record && types.Find(other) is BoundRecord wantedRecord:
                var member = wantedRecord.Members.First(member => !FitsMember(record, member, depth: 0));
                return record.Members.FirstOrDefault(own => own.JsonName == member.JsonName) is not { } own
                    ? $" It has no member '{member.JsonName}'."
                    : $" Its member '{member.JsonName}': {DescribeMember(own)} instead of {DescribeMember(member)}.";
            default:
                return "";
        }
    }

    public string Describe(BoundType type) =>
        type is BoundDeclaredType { IsEnum: true } choices && types.Find(choices) is BoundEnum { Values: var values }
            ? "one of " + string.Join(", ", values.Select(value => $"'{value.Json}'"))
            : ValueTypes.Describe(type);

    private bool Fits(BoundType given, BoundType wanted, int depth)
    {
        // Types that hold themselves end here.
        if (given == wanted || depth > 8)
        {
            return true;
        }

        return (given, wanted) switch
        {
            (_, BoundScalar { Kind: ScalarKind.Unknown or ScalarKind.Any }) => true,
            (BoundScalar { Kind: ScalarKind.Unknown }, _) => true,
            (BoundScalar { Kind: ScalarKind.Integer }, BoundScalar { Kind: ScalarKind.Number }) => true,
            (BoundCaptured, BoundScalar { Kind: ScalarKind.String }) => true,
            (BoundDeclaredType { IsEnum: true } one, BoundDeclaredType { IsEnum: true } other) => ValuesOf(one).IsSubsetOf(ValuesOf(other)),
            (_, BoundScalar) => ValueTypes.IsText(given) && ValueTypes.IsText(wanted),
            (BoundList one, BoundList other) => Fits(one.Item, other.Item, depth + 1) && (other.AllowsNull || !one.AllowsNull),
            (BoundMap one, BoundMap other) => Fits(one.Value, other.Value, depth + 1) && (other.AllowsNull || !one.AllowsNull),
            (BoundDeclaredType { IsEnum: false } one, BoundDeclaredType { IsEnum: false } other) => FitsRecord(one, other, depth + 1),
            _ => false,
        };
    }

    private bool FitsRecord(BoundDeclaredType given, BoundDeclaredType wanted, int depth) =>
        types.Find(given) is BoundRecord one
        && types.Find(wanted) is BoundRecord other
        && other.Members.All(member => FitsMember(one, member, depth));

    private bool FitsMember(BoundRecord given, BoundMember wanted, int depth) =>
        given.Members.FirstOrDefault(own => own.JsonName == wanted.JsonName) is { } own
        && (wanted.IsNullable || !own.IsNullable)
        && Fits(own.Type, wanted.Type, depth);

    private string DescribeMember(BoundMember member) => Describe(member.Type) + (member.IsNullable ? " that may be null" : "");

    private bool IsChoice(BoundExpression value, BoundDeclaredType choices) =>
        value switch
        {
            LiteralExpression { Value: string text } => ValuesOf(choices).Contains(text),
            { Type: BoundDeclaredType { IsEnum: true } type } => ValuesOf(type).IsSubsetOf(ValuesOf(choices)),
            _ => false,
        };

    private HashSet<string> ValuesOf(BoundDeclaredType type) =>
        new(types.Find(type) is BoundEnum choices ? choices.Values.Select(value => value.Json) : [], StringComparer.Ordinal);

    private static bool IsGenerated(BoundDeclaredType type) => !type.Code.StartsWith(PartialParameters.Prefix, StringComparison.Ordinal);
}
