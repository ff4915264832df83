using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the expressions that read and write values of a tool's types.</summary>
internal static class ToolTypeCode
{
    /// <summary>An expression that reads the value that <c>json</c> stands on.</summary>
    public static string Read(ToolType type) =>
        type switch
        {
            ToolScalar scalar => ReadScalar(scalar),
            ToolList list => Collect(list.Collection, $"json.ReadList({ItemReader(list.Item)})"),
            ToolMap map => Collect(map.Collection, $"json.ReadMap({ItemReader(map.Value)})"),
            ToolNamed named => $"Read{named.Name}(ref json)",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>A condition: whether <c>json</c> stands on null. Texts may say "none"; for all other types that is null too.</summary>
    public static string IsNull(ToolType type) =>
        type is ToolScalar { Kind: ScalarKind.String or ScalarKind.Any } ? "json.IsNull" : "json.ReadNull()";

    /// <summary>A method or lambda that writes a value to a writer.</summary>
    public static string Writer(ToolType type) =>
        type is ToolNamed named && IsWrittenByItsMethod(named) ? "Write" + named.Name : $"static (writer, value) => {Write(type, "value")}";

    /// <summary>An expression that writes <paramref name="value"/> to <c>writer</c>.</summary>
    public static string Write(ToolType type, string value) =>
        type switch
        {
            ToolScalar { IsNullable: true, IsValueType: true } scalar =>
                $"{Names.ToolOutput}.WriteNullable(writer, {value}, static (writer, item) => {WriteScalar(scalar, "item")})",
            ToolScalar scalar => WriteScalar(scalar, value),
            ToolList list => $"{Names.ToolOutput}.WriteList(writer, {value}, {ItemWriter(list.Item)})",
            ToolMap map => $"{Names.ToolOutput}.WriteMap(writer, {value}, {ItemWriter(map.Value)})",
            ToolNamed named when IsWrittenByItsMethod(named) => $"Write{named.Name}(writer, {value})",
            ToolNamed named => $"{Names.ToolOutput}.WriteNullable(writer, {value}, Write{named.Name})",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    // Of a class, null is written by its method; of a struct it is another type.
    private static bool IsWrittenByItsMethod(ToolNamed named) => !named.IsValueType || !named.IsNullable;

    private static string ItemWriter(ToolType item) =>
        item is ToolNamed named && IsWrittenByItsMethod(named) ? "Write" + named.Name : $"static (writer, item) => {Write(item, "item")}";

    private static string WriteScalar(ToolScalar scalar, string value) =>
        scalar switch
        {
            { Kind: ScalarKind.String } => $"writer.WriteStringValue({value})",
            { Kind: ScalarKind.Boolean } => $"writer.WriteBooleanValue({value})",
            { Kind: ScalarKind.Integer } or { Code: "decimal" } => $"writer.WriteNumberValue({value})",
            _ => $"{Names.ToolOutput}.Write(writer, {value})",
        };

    private static string ReadScalar(ToolScalar scalar) =>
        scalar.Kind switch
        {
            ScalarKind.String => "json.ReadString()",
            ScalarKind.Integer => scalar.Code == "long" ? "json.ReadInteger()" : $"json.ReadInteger<{scalar.Code}>()",
            ScalarKind.Number when scalar.Code == "decimal" => "json.ReadDecimal()",
            ScalarKind.Number => scalar.Code == "double" ? "json.ReadNumber()" : $"({scalar.Code})json.ReadNumber()",
            ScalarKind.Boolean => "json.ReadBoolean()",
            ScalarKind.Date => "json.ReadDate()",
            ScalarKind.DateTime when scalar.Code == "global::System.DateTime" => "json.ReadDateTime().UtcDateTime",
            ScalarKind.DateTime => "json.ReadDateTime()",
            ScalarKind.Time => "json.ReadTime()",
            ScalarKind.Uri => "json.ReadUri()",
            ScalarKind.Guid => "json.ReadGuid()",
            _ => "json.ReadAny()",
        };

    private static string Collect(ToolCollection collection, string items) =>
        collection switch
        {
            ToolCollection.Array => $"{Names.ToolInput}.ToArray({items})",
            ToolCollection.List => $"{Names.ToolInput}.ToList({items})",
            ToolCollection.Dictionary => $"{Names.ToolInput}.ToDictionary({items})",
            _ => items,
        };

    private static string ItemReader(ToolType item)
    {
        if (item is ToolNamed { IsNullable: false } named)
        {
            return "Read" + named.Name;
        }

        var read = item.IsNullable ? $"{IsNull(item)} ? default({item.FullCode}) : {Read(item)}" : Read(item);
        return $"static (ref {Names.OutputReader} json) => {read}";
    }
}
