using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>
/// What templates do with a value of any type. JSON's null is null. For generated code: its shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TemplateAny
{
    /// <summary>The value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value; <see langword="null"/> for JSON's null and for one that was never set.</returns>
    public static JsonElement? Value(JsonElement? value) =>
        value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } ? value : null;

    /// <summary>The text that Scriban prints for a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    public static string? TextOf(JsonElement? value) => value is { } present ? TemplateText.Of(present, isNested: false) : null;

    /// <summary>Whether a value is neither <see langword="null"/> nor false.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether a condition on it holds.</returns>
    public static bool IsTrue(JsonElement? value) => Value(value) is { ValueKind: not JsonValueKind.False };

    /// <summary>A member of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The member's name; <c>size</c> of an array or a string is its length.</param>
    /// <returns>The member; <see langword="null"/> when there is none.</returns>
    public static JsonElement? At(JsonElement? value, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return value switch
        {
            { ValueKind: JsonValueKind.Object } members when JsonString.TryGetMember(members, name, out var member) => Value(member),
            { ValueKind: JsonValueKind.Array } items when name == "size" => Of(items.GetArrayLength()),
            { ValueKind: JsonValueKind.String } text when name == "size" => Of(JsonString.Text(text).Length),
            _ => null,
        };
    }

    /// <summary>An item of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">Its index; a negative one counts from the end of an array.</param>
    /// <returns>The item; <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException">It is a number or a boolean, or a text that has no such character.</exception>
    public static JsonElement? At(JsonElement? value, long index)
    {
        switch (value)
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.Array } items:
                var position = index < 0 ? index + items.GetArrayLength() : index;
                return position >= 0 && position < items.GetArrayLength() ? Value(items[(int)position]) : null;
            case { ValueKind: JsonValueKind.String } text:
                return Of(TemplateValues.Character(JsonString.Text(text), index));
            case { ValueKind: JsonValueKind.Object } members:
                return At(members, index.ToString(CultureInfo.InvariantCulture));
            default:
                throw new ArgumentException($"{value} is no list, so it has no item {index}.", nameof(value));
        }
    }

    /// <summary>What a loop over a value runs over: an array's items, an object's entries, a string's characters.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The items; an entry has <c>key</c> and <c>value</c>. None of <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">It is a number or a boolean.</exception>
    public static IReadOnlyList<JsonElement?> Items(JsonElement? value) =>
        value switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Select(item => Value(item))],
            { ValueKind: JsonValueKind.Object } members => [.. members.EnumerateObject().Select(Entry)],
            { ValueKind: JsonValueKind.String } text => [.. JsonString.Text(text).Select(character => Of(character.ToString()))],
            _ => throw new ArgumentException($"{value} is no list, so a loop cannot run over it.", nameof(value)),
        };

    /// <summary>An array without items.</summary>
    public static JsonElement EmptyList { get; } = JsonElement.Parse("[]");

    /// <summary>A value as one of any type.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The same as JSON; <see langword="null"/> for <see langword="null"/>.</returns>
    public static JsonElement? Of(string? value) => value is null ? null : JsonElement.Parse(JsonFunctions.Json(value));

    /// <inheritdoc cref="Of(string?)"/>
    public static JsonElement? Of(long? value) =>
        value is { } number ? JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture)) : null;

    /// <inheritdoc cref="Of(string?)"/>
    public static JsonElement? Of(double? value) =>
        value is { } number ? JsonElement.Parse(number.ToString("R", CultureInfo.InvariantCulture)) : null;

    /// <inheritdoc cref="Of(string?)"/>
    public static JsonElement? Of(bool? value) => value is { } flag ? JsonElement.Parse(flag ? "true" : "false") : null;

    /// <summary>Whether a value equals one of a known type, as <c>==</c> compares in templates: beside a text, as texts.</summary>
    /// <param name="value">The value.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool AreEqual(JsonElement? value, string? other) => string.Equals(TextOf(value), other, StringComparison.Ordinal);

    /// <inheritdoc cref="AreEqual(JsonElement?, string?)"/>
    public static bool AreEqual(JsonElement? value, long? other) =>
        value switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var integer) => integer == other,
            { ValueKind: JsonValueKind.String } => other is not null && AreEqual(value, TemplateValues.TextOf(other)),
            _ => AreEqual(value, (double?)other),
        };

    /// <inheritdoc cref="AreEqual(JsonElement?, string?)"/>
    public static bool AreEqual(JsonElement? value, double? other) =>
        value switch
        {
            null => other is null,
            { ValueKind: JsonValueKind.Number } number => number.GetDouble() == other,
            { ValueKind: JsonValueKind.True } => other == 1,
            { ValueKind: JsonValueKind.False } => other == 0,
            { ValueKind: JsonValueKind.String } => other is not null && AreEqual(value, TemplateValues.TextOf(other)),
            _ => false,
        };

    /// <inheritdoc cref="AreEqual(JsonElement?, string?)"/>
    public static bool AreEqual(JsonElement? value, bool? other) =>
        value switch
        {
            null => other is null,
            { ValueKind: JsonValueKind.True } => other == true,
            { ValueKind: JsonValueKind.False } => other == false,
            { ValueKind: JsonValueKind.Number } number => other is { } flag && number.GetDouble() == (flag ? 1 : 0),
            { ValueKind: JsonValueKind.String } => other is not null && AreEqual(value, TemplateValues.TextOf(other)),
            { ValueKind: JsonValueKind.Object } => other == true,
            _ => false,
        };

    private static JsonElement? Entry(JsonProperty member) =>
        JsonElement.Parse($"{{\"key\":{JsonFunctions.Json(JsonString.Name(member))},\"value\":{member.Value.GetRawText()}}}");
}
