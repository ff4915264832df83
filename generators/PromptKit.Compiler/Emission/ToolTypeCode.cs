using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the expressions that read and write values of a tool's types.</summary>
internal static class ToolTypeCode
{
    /// <summary>A statement that reads a member of <c>json</c> into a local.</summary>
    /// <param name="type">The member's type.</param>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="fallback">What it is when it is not there or null; null when it must be there.</param>
    /// <param name="local">The local.</param>
    /// <param name="jsonLocal">A local for its JSON.</param>
    public static string ReadMember(ToolType type, string name, string? fallback, string local, string jsonLocal)
    {
        var literal = CSharpText.Literal(name);
        if (fallback is null)
        {
            return $"var {local} = {Read(type, $"json.Required({literal})")};";
        }

        return $"{type.FullCode} {local} = json.Optional({literal}) is {{ }} {jsonLocal} ? {Read(type, jsonLocal)} : {fallback};";
    }

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

    private static string Read(ToolType type, string json) =>
        type switch
        {
            ToolScalar scalar => ReadScalar(scalar, json),
            ToolList list => Collect(list.Collection, $"{json}.ReadList({ItemReader(list.Item)})"),
            ToolMap map => Collect(map.Collection, $"{json}.ReadMap({ItemReader(map.Value)})"),
            ToolNamed named => $"Read{named.Name}({json})",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static string ReadScalar(ToolScalar scalar, string json) =>
        scalar.Kind switch
        {
            ScalarKind.String => $"{json}.ReadString()",
            ScalarKind.Integer => scalar.Code == "long" ? $"{json}.ReadInteger()" : $"{json}.ReadInteger<{scalar.Code}>()",
            ScalarKind.Number when scalar.Code == "decimal" => $"{json}.ReadDecimal()",
            ScalarKind.Number => scalar.Code == "double" ? $"{json}.ReadNumber()" : $"({scalar.Code}){json}.ReadNumber()",
            ScalarKind.Boolean => $"{json}.ReadBoolean()",
            ScalarKind.Date => $"{json}.ReadDate()",
            ScalarKind.DateTime when scalar.Code == "global::System.DateTime" => $"{json}.ReadDateTime().UtcDateTime",
            ScalarKind.DateTime => $"{json}.ReadDateTime()",
            ScalarKind.Time => $"{json}.ReadTime()",
            ScalarKind.Uri => $"{json}.ReadUri()",
            ScalarKind.Guid => $"{json}.ReadGuid()",
            _ => $"{json}.ReadAny()",
        };

    private static string Collect(ToolCollection collection, string items) =>
        collection switch
        {
            ToolCollection.Array => $"{Names.ToolInput}.ToArray({items})",
            ToolCollection.List => $"{Names.ToolInput}.ToList({items})",
            ToolCollection.Dictionary => $"{Names.ToolInput}.ToDictionary({items})",
            _ => items,
        };

    private static string ItemReader(ToolType item) =>
        item switch
        {
            { IsNullable: true } => $"static item => item.IsNull ? default({item.FullCode}) : {Read(item, "item")}",
            ToolNamed named => "Read" + named.Name,
            _ => $"static item => {Read(item, "item")}",
        };
}
