using PromptKit.Compiler.FrontMatter;

namespace PromptKit.Compiler.Schema;

/// <summary>
/// Tells Picoschema from JSON Schema. A map is JSON Schema when <c>type</c> is <c>object</c>, <c>array</c> or a list, or when
/// <c>properties</c>, <c>$ref</c>, <c>anyOf</c> and the like stand there with a map or list.
/// </summary>
internal static class SchemaNotation
{
    /// <param name="map">The schema.</param>
    /// <param name="isWhole">Whether it is a whole schema; inside of Picoschema <c>{ type: string }</c> is an object with a member.</param>
    public static Notation Of(MapNode map, bool isWhole)
    {
        var looksLikeJsonSchema = map.Entries.Any(entry => IsJsonSchemaEntry(entry)) || (isWhole && IsWholeScalarSchema(map));
        if (!looksLikeJsonSchema)
        {
            return Notation.Picoschema;
        }

        // The reference takes `{ type: string }` and `{ properties: … }` for JSON Schema when nothing else stands there.
        var couldBeBoth = map.Entries.All(ReadsAsPicoschema) && !(isWhole && (map.Entries.Count == 1));
        return couldBeBoth ? Notation.Ambiguous : Notation.JsonSchema;
    }

    private static bool IsJsonSchemaEntry(MapEntry entry) =>
        (entry.Key.Value, entry.Value) switch
        {
            ("type", ScalarNode scalar) => scalar.Value is "object" or "array",
            ("type", ListNode) => true,
            ("properties" or "$defs" or "definitions", MapNode) => true,
            ("anyOf" or "oneOf" or "allOf" or "enum" or "required", ListNode) => true,
            ("$ref", ScalarNode) => true,
            ("const", ScalarNode scalar) => !IsPicoType(scalar),
            _ => false,
        };

    private static bool IsWholeScalarSchema(MapNode map) => map["type"] is ScalarNode type && JsonSchemaKeywords.Types.Contains(type.Value);

    private static bool ReadsAsPicoschema(MapEntry entry) =>
        entry.Value switch
        {
            ScalarNode scalar => IsPicoType(scalar),
            MapNode map => map.Entries.All(ReadsAsPicoschema),
            _ => entry.Key.Value.EndsWith(")", StringComparison.Ordinal),
        };

    private static bool IsPicoType(ScalarNode scalar) => scalar.IsString && Scalars.Find(scalar.Value.Split(',')[0].Trim()) is not null;
}
