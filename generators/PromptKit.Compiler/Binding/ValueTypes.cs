using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>The types of values in a template, and what they are called in messages.</summary>
internal static class ValueTypes
{
    public static readonly BoundType Text = new BoundScalar(ScalarKind.String);
    public static readonly BoundType Integer = new BoundScalar(ScalarKind.Integer);
    public static readonly BoundType Number = new BoundScalar(ScalarKind.Number);
    public static readonly BoundType Boolean = new BoundScalar(ScalarKind.Boolean);

    public static bool IsNumeric(BoundType type) => type == Integer || type == Number;

    /// <summary>Whether templates see a string: dates, times, addresses, ids and choices are their JSON text.</summary>
    public static bool IsText(BoundType type) =>
        type
            is BoundScalar
                {
                    Kind: ScalarKind.String
                        or ScalarKind.Date
                        or ScalarKind.DateTime
                        or ScalarKind.Time
                        or ScalarKind.Uri
                        or ScalarKind.Guid
                }
                or BoundDeclaredType { IsEnum: true }
                or BoundCharacter;

    /// <summary>Whether values of both types are one string or the other; a character is none.</summary>
    public static bool AreTexts(BoundType one, BoundType other) =>
        IsText(one) && IsText(other) && one is not BoundCharacter && other is not BoundCharacter;

    /// <summary>Whether a value of the type can be part of a text.</summary>
    public static bool HasText(BoundType type) =>
        IsText(type) || IsNumeric(type) || type == Boolean || type is BoundCaptured or BoundMoment or BoundDuration;

    /// <summary>What a value of the type is or holds that has no text of its own there; null when it can be printed.</summary>
    public static BoundType? WithoutText(BoundType type) =>
        type switch
        {
            BoundList { Item: BoundNull } => null,
            BoundList list => WithoutText(list.Item),
            BoundMap map => WithoutText(map.Value),
            BoundEntry entry => WithoutText(entry.Map.Value),
            BoundShape shape => shape.Members.Select(member => WithoutText(member.Type)).FirstOrDefault(found => found is not null),
            BoundScalar { Kind: ScalarKind.Media or ScalarKind.Unknown } or BoundNull or BoundCaptured or BoundMoment or BoundDuration =>
                type,
            _ => null,
        };

    public static string Describe(BoundType type) =>
        type switch
        {
            BoundNull => "null",
            BoundWeekday => "a day of the week",
            BoundCaptured => "captured text",
            BoundMoment => "a moment",
            BoundDuration => "a span of time",
            BoundCharacter => "a character",
            BoundEntry => "an entry of a map",
            BoundShape shape =>
                $"an object ({string.Join(", ", shape.Members.Select(member => $"{member.Name}: {Describe(member.Type)}"))})",
            BoundScalar { Kind: ScalarKind.Integer } => "an integer",
            BoundScalar { Kind: ScalarKind.Number } => "a number",
            BoundScalar { Kind: ScalarKind.Boolean } => "a boolean",
            BoundScalar { Kind: ScalarKind.Any } => "a value of any type",
            BoundScalar { Kind: ScalarKind.Media } => "media",
            BoundScalar => "a string",
            BoundDeclaredType { IsEnum: true } => "an enum",
            BoundList => "a list",
            _ => "an object",
        };

    /// <summary>Describes types that differ, so that the descriptions do.</summary>
    public static (string One, string Other) Contrast(BoundType one, BoundType other)
    {
        var (short1, short2) = (Describe(one), Describe(other));
        return short1 == short2 ? (DescribeWhole(one), DescribeWhole(other)) : (short1, short2);
    }

    private static string DescribeWhole(BoundType type) =>
        type switch
        {
            BoundList list => $"a list (items: {DescribeWhole(list.Item, list.AllowsNull)})",
            BoundMap map => $"a map (values: {DescribeWhole(map.Value, map.AllowsNull)})",
            BoundShape shape => $"an object ({string.Join(", ", shape.Members.Select(DescribeWhole))})",
            BoundDeclaredType declared => $"{Describe(type)} ({declared.Code.Substring(declared.Code.LastIndexOfAny(['.', ':']) + 1)})",
            _ => Describe(type),
        };

    private static string DescribeWhole(BoundShapeMember member) => $"{member.Name}: {DescribeWhole(member.Type, member.IsNullable)}";

    private static string DescribeWhole(BoundType type, bool isNullable) => DescribeWhole(type) + (isNullable ? " or null" : "");
}
