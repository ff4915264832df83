using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the expressions that read values of a type leniently, out of <c>json</c>, an <c>OutputReader</c>.</summary>
internal static class OutputCode
{
    /// <summary>An expression that reads a value.</summary>
    public static string Read(BoundType type) =>
        type switch
        {
            BoundScalar scalar => $"json.{JsonCode.Reader(scalar.Kind)}()",
            BoundList list => $"json.ReadList({Function(list.Item, list.AllowsNull)})",
            BoundMap map => $"json.ReadMap({Function(map.Value, map.AllowsNull)})",
            BoundDeclaredType declared => $"{declared.Converter}.ReadOutput(ref json)",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>An expression that reads a value or, in place of null, gives something else.</summary>
    public static string ReadOr(BoundType type, string fallback) => $"json.{NullTest(type)} ? {fallback} : {Read(type)}";

    /// <summary>A function that reads a value.</summary>
    public static string Function(BoundType type, bool allowsNull = false) =>
        type is BoundDeclaredType declared && !allowsNull
            ? $"{declared.Converter}.ReadOutput"
            : Lambda(allowsNull ? ReadOr(type, $"default({type.NullableCode})") : Read(type));

    public static string Lambda(string body) => $"static (ref {Names.OutputReader} json) => {body}";

    // A text may well be "null" or "none"; a number or a date may not.
    private static string NullTest(BoundType type) =>
        type is BoundScalar { Kind: not (ScalarKind.String or ScalarKind.Any or ScalarKind.Unknown) } ? "ReadNull()" : "IsNull";
}
