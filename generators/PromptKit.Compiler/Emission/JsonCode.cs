using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the expressions that read and write values of a type.</summary>
internal static class JsonCode
{
    /// <summary>An expression that reads a value out of <paramref name="json"/>, a <c>JsonInput</c>.</summary>
    public static string Read(BoundType type, string json) =>
        type switch
        {
            BoundScalar scalar => $"{json}.{Reader(scalar.Kind)}()",
            BoundList list => $"{json}.ReadList({Lambda(list.Item, list.AllowsNull)})",
            BoundMap map => $"{json}.ReadMap({Lambda(map.Value, map.AllowsNull)})",
            BoundDeclaredType declared => $"{declared.Converter}.Read({json})",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>A statement that writes <paramref name="value"/> to <c>writer</c>, without its semicolon.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="isShown">Whether a template shows it, and what JSON cannot hold must stay: half a character, a number that is infinite.</param>
    public static string Write(BoundType type, string value, bool isShown = false) =>
        type switch
        {
            BoundScalar { Kind: ScalarKind.String or ScalarKind.Number or ScalarKind.Any }
            or BoundCaptured
            or BoundCharacter when isShown => $"{Names.JsonOutput}.WriteText(writer, {value})",
            BoundScalar { Kind: ScalarKind.String } => $"writer.WriteStringValue({value})",
            BoundScalar { Kind: ScalarKind.Integer or ScalarKind.Number } => $"writer.WriteNumberValue({value})",
            BoundScalar { Kind: ScalarKind.Boolean } => $"writer.WriteBooleanValue({value})",
            BoundScalar { Kind: ScalarKind.Unknown } or BoundNull => "writer.WriteNullValue()",
            BoundScalar => $"{Names.JsonOutput}.Write(writer, {value})",
            BoundList list => $"{Names.JsonOutput}.WriteList(writer, {value}, {WriteLambda(list.Item, list.AllowsNull, isShown)})",
            BoundMap map => $"{Names.JsonOutput}.WriteMap(writer, {value}, {WriteLambda(map.Value, map.AllowsNull, isShown)})",
            BoundDeclaredType declared => $"{declared.Converter}.Write(writer, {value})",
            BoundShape shape => WriteObject(shape, value, shape.Members.Select(member => WriteMember(member.Name, member, isShown))),
            BoundEntry entry => WriteObject(
                entry,
                value,
                [
                    "writer.WriteString(\"key\", value.Key);",
                    WriteMember("value", new BoundShapeMember("value", "Value", entry.Map.Value, entry.Map.AllowsNull), isShown),
                ]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>A function that writes a value that a template shows to a writer.</summary>
    public static string Writer(BoundType type) => WriteLambda(type, allowsNull: false, isShown: true);

    /// <summary>Whether values of the type are structs in C#.</summary>
    public static bool IsValueType(BoundType type) => type.IsValueType;

    private static string Lambda(BoundType item, bool allowsNull)
    {
        if (!allowsNull)
        {
            return item is BoundDeclaredType declared ? $"{declared.Converter}.Read" : $"static item => {Read(item, "item")}";
        }

        return $"static item => item.IsNull ? default({item.NullableCode}) : {Read(item, "item")}";
    }

    private static string WriteLambda(BoundType item, bool allowsNull, bool isShown)
    {
        if (!allowsNull)
        {
            return item is BoundDeclaredType declared
                ? $"{declared.Converter}.Write"
                : $"static (writer, item) => {Write(item, "item", isShown)}";
        }

        var write = Write(item, "value", isShown);
        return $"static (writer, item) => {{ if (item is {{ }} value) {{ {write}; }} else {{ writer.WriteNullValue(); }} }}";
    }

    private static string WriteObject(BoundType type, string value, IEnumerable<string> members) =>
        $"{Names.JsonOutput}.WriteObject<{type.Code}>(writer, {value}, static (writer, value) => {{ {string.Join(" ", members)} }})";

    private static string WriteMember(string name, BoundShapeMember member, bool isShown)
    {
        var start = $"writer.WritePropertyName({CSharpText.Literal(name)});";
        var local = "present" + member.Property;
        return member.IsNullable
            ? $"{start} if (value.{member.Property} is {{ }} {local}) {{ {Write(member.Type, local, isShown)}; }} else {{ writer.WriteNullValue(); }}"
            : $"{start} {Write(member.Type, "value." + member.Property, isShown)};";
    }

    /// <summary>The method that reads a scalar.</summary>
    public static string Reader(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => "ReadString",
            ScalarKind.Integer => "ReadInteger",
            ScalarKind.Number => "ReadNumber",
            ScalarKind.Boolean => "ReadBoolean",
            ScalarKind.Any => "ReadAny",
            ScalarKind.Date => "ReadDate",
            ScalarKind.DateTime => "ReadDateTime",
            ScalarKind.Time => "ReadTime",
            ScalarKind.Uri => "ReadUri",
            ScalarKind.Guid => "ReadGuid",
            ScalarKind.Media => "ReadMedia",
            _ => "ReadUnknown",
        };
}
