using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Generators.Tools;

/// <summary>The C# types of scalars, and what to take instead of those that are none.</summary>
internal static class ScalarTypes
{
    public static ScalarKind? KindOf(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String => ScalarKind.String,
            SpecialType.System_Boolean => ScalarKind.Boolean,
            SpecialType.System_SByte
            or SpecialType.System_Byte
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int64 => ScalarKind.Integer,
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => ScalarKind.Number,
            SpecialType.System_DateTime => ScalarKind.DateTime,
            _ => KindOf(KnownTypes.NameOf(type)),
        };

    /// <summary>What to take instead of a type of .NET that has no JSON here; null when nothing stands for it.</summary>
    public static string? InsteadOf(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Object => "Take a JsonElement.",
            SpecialType.System_Char => "Take a string.",
            SpecialType.System_UInt64 => "Take a long.",
            SpecialType.System_IntPtr or SpecialType.System_UIntPtr => "Take a long.",
            _ => KnownTypes.NameOf(type) switch
            {
                "System.TimeSpan" => "Take a double of seconds, or a TimeOnly for a time of day.",
                "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => "Take a long, or a string of digits.",
                "System.Half" => "Take a float.",
                "System.Text.Json.JsonDocument"
                or "System.Text.Json.Nodes.JsonNode"
                or "System.Text.Json.Nodes.JsonObject"
                or "System.Text.Json.Nodes.JsonArray"
                or "System.Dynamic.ExpandoObject" => "Take a JsonElement.",
                "System.Tuple" or "System.ValueTuple" => "Take a record.",
                "System.IO.Stream" or "System.IO.FileInfo" => "Take a string or a Uri that says where it is.",
                _ => null,
            },
        };

    private static ScalarKind? KindOf(string name) =>
        name switch
        {
            "System.DateOnly" => ScalarKind.Date,
            "System.DateTimeOffset" => ScalarKind.DateTime,
            "System.TimeOnly" => ScalarKind.Time,
            "System.Uri" => ScalarKind.Uri,
            "System.Guid" => ScalarKind.Guid,
            "System.Text.Json.JsonElement" => ScalarKind.Any,
            _ => null,
        };
}
