using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>The scalar types of Picoschema, ours included.</summary>
internal static class Scalars
{
    private static readonly Dictionary<string, (ScalarKind Kind, JsonObject Json)> Table = new(StringComparer.Ordinal)
    {
        ["string"] = (ScalarKind.String, Type("string")),
        ["integer"] = (ScalarKind.Integer, Type("integer")),
        ["number"] = (ScalarKind.Number, Type("number")),
        ["boolean"] = (ScalarKind.Boolean, Type("boolean")),
        ["any"] = (ScalarKind.Any, JsonObject.Empty),
        ["date"] = (ScalarKind.Date, Format("date")),
        ["datetime"] = (ScalarKind.DateTime, Format("date-time")),
        ["time"] = (ScalarKind.Time, Format("time")),
        ["uri"] = (ScalarKind.Uri, Format("uri")),
        ["guid"] = (ScalarKind.Guid, Format("uuid")),
        ["media"] = (
            ScalarKind.Media,
            JsonObject.Of(
                ("type", JsonLeaf.String("object")),
                ("properties", JsonObject.Of(("url", Type("string")), ("contentType", Type("string")))),
                ("required", JsonArray.Of([JsonLeaf.String("url")])),
                ("additionalProperties", JsonLeaf.False)
            )
        ),
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static TypeReading? Find(string name) =>
        Table.TryGetValue(name, out var scalar) ? new TypeReading(new ScalarType(scalar.Kind), scalar.Json) : null;

    /// <summary>What Picoschema calls a type that other languages name otherwise; null when it is none of those.</summary>
    public static string? OtherName(string name) =>
        name.ToLowerInvariant() switch
        {
            "bool" => "boolean",
            "int" or "int32" or "int64" or "long" or "uint" or "short" or "byte" => "integer",
            "float" or "double" or "decimal" or "real" => "number",
            "str" or "text" or "char" or "varchar" => "string",
            "object" or "dynamic" or "unknown" or "json" => "any",
            "timestamp" or "instant" => "datetime",
            "url" or "link" => "uri",
            "uuid" => "guid",
            "image" or "file" or "audio" or "video" => "media",
            _ => null,
        };

    /// <summary>The scalar that a JSON Schema <c>format</c> stands for; strings of other formats stay strings.</summary>
    public static ScalarKind OfFormat(string? format) =>
        format switch
        {
            "date" => ScalarKind.Date,
            "date-time" => ScalarKind.DateTime,
            "time" => ScalarKind.Time,
            "uri" or "url" => ScalarKind.Uri,
            "uuid" => ScalarKind.Guid,
            _ => ScalarKind.String,
        };

    private static JsonObject Type(string type) => JsonObject.Of(("type", JsonLeaf.String(type)));

    private static JsonObject Format(string format) => Type("string").With("format", JsonLeaf.String(format));
}
