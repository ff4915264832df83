using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the types and expressions that stand for values that are still being written.</summary>
internal static class PartialCode
{
    /// <summary>The type of what there is of a value, which is nullable.</summary>
    public static string NullableTypeOf(BoundType type) =>
        TypeOf(type) is var code && code.EndsWith("?", StringComparison.Ordinal) ? code : code + "?";

    /// <summary>The type of what there is of a value, as an argument of a generic type that makes it nullable.</summary>
    public static string ArgumentOf(BoundType type) => type.IsValueType ? NullableTypeOf(type) : TypeOf(type);

    /// <summary>An expression that reads what there is of a value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="json">A <c>PartialValue</c>.</param>
    public static string Read(BoundType type, string json) =>
        type switch
        {
            BoundScalar { Kind: ScalarKind.String } => $"{json}.Text().Value",
            BoundList list when IsText(list.Item, list.AllowsNull) => $"{json}.Texts()",
            BoundMap map when IsText(map.Value, map.AllowsNull) => $"{json}.TextMap()",
            BoundList list when IsWhole(list.Item) =>
                $"{json}.Wholes<{ItemCode(list.Item, list.AllowsNull)}>({WholeItem(list.Item, list.AllowsNull)})",
            BoundMap map when IsWhole(map.Value) =>
                $"{json}.WholeMap<{ItemCode(map.Value, map.AllowsNull)}>({WholeItem(map.Value, map.AllowsNull)})",
            BoundList list => $"{json}.List<{TypeOf(list.Item)}>({Function(list.Item)})",
            BoundMap map => $"{json}.Map<{TypeOf(map.Value)}>({Function(map.Value)})",
            BoundDeclaredType { IsEnum: false } declared => $"{declared.PartialCode}.ReadPartial({json})",
            _ => $"{json}.Whole<{type.NullableCode}>({OutputCode.Lambda(OutputCode.Read(type))})",
        };

    /// <summary>A function that reads what there is of a value.</summary>
    public static string Function(BoundType type) =>
        type is BoundDeclaredType { IsEnum: false } declared
            ? $"{declared.PartialCode}.ReadPartial"
            : $"static json => {Read(type, "json")}";

    private static string TypeOf(BoundType type) =>
        type switch
        {
            BoundDeclaredType { IsEnum: false } declared => declared.PartialCode,
            BoundList list => $"global::System.Collections.Generic.IReadOnlyList<{ItemCode(list.Item, list.AllowsNull)}>",
            BoundMap map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {ItemCode(map.Value, map.AllowsNull)}>",
            _ => type.Code,
        };

    // A null among objects or lists is left out as long as the whole is being written.
    private static string ItemCode(BoundType item, bool allowsNull) => allowsNull && IsWhole(item) ? item.NullableCode : TypeOf(item);

    private static string WholeItem(BoundType item, bool allowsNull) =>
        OutputCode.Lambda(allowsNull ? OutputCode.ReadOr(item, $"default({item.NullableCode})") : OutputCode.Read(item));

    private static bool IsText(BoundType item, bool allowsNull) => item is BoundScalar { Kind: ScalarKind.String } && !allowsNull;

    private static bool IsWhole(BoundType item) => item is BoundScalar or BoundDeclaredType { IsEnum: true };
}
