using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>
/// The text that Scriban prints for a value that holds others: <c>[1, "a"]</c>, <c>{name: "Ann", age: 7}</c>. For generated code: its
/// shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TemplateText
{
    /// <summary>The text of a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of<T>(T? value, Action<Utf8JsonWriter, T> write)
        where T : class => value is null ? null : Text(value, write);

    /// <inheritdoc cref="Of{T}(T, Action{Utf8JsonWriter, T})"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of<T>(T? value, Action<Utf8JsonWriter, T> write)
        where T : struct => value is { } present ? Text(present, write) : null;

    /// <summary>The text of a list.</summary>
    /// <param name="items">The list.</param>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(items))]
    public static string? Of(IReadOnlyList<string?>? items) => Text(items, static item => item is null ? "null" : Quote(item));

    /// <inheritdoc cref="Of(IReadOnlyList{string})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static string? Of(IReadOnlyList<long>? items) => Text(items, static item => TemplateValues.TextOf(item));

    /// <inheritdoc cref="Of(IReadOnlyList{string})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static string? Of(IReadOnlyList<double>? items) => Text(items, static item => TemplateValues.TextOf(item));

    /// <inheritdoc cref="Of(IReadOnlyList{string})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static string? Of(IReadOnlyList<bool>? items) => Text(items, static item => TemplateValues.TextOf(item));

    // Every number is printed as what JSON reads: an integer, or a double.
    internal static string? Of(JsonElement value, bool isNested)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return isNested ? "null" : null;
            case JsonValueKind.String:
                var text = JsonString.Text(value);
                return isNested ? Quote(text) : text;
            case JsonValueKind.Number:
                return value.TryGetInt64(out var integer)
                    ? integer.ToString(CultureInfo.InvariantCulture)
                    : JsonNumber.Read(JsonMarshal.GetRawUtf8Value(value)).ToString(CultureInfo.InvariantCulture);
            case JsonValueKind.Array:
                return $"[{string.Join(", ", value.EnumerateArray().Select(item => Of(item, isNested: true)))}]";
            case JsonValueKind.Object:
                var members = value
                    .EnumerateObject()
                    .Select(member => $"{Key(JsonString.Name(member))}: {Of(member.Value, isNested: true)}");
                return $"{{{string.Join(", ", members)}}}";
            default:
                return value.ValueKind == JsonValueKind.True ? "true" : "false";
        }
    }

    private static string? Text<T>(IReadOnlyList<T>? items, Func<T, string?> textOf) =>
        items is null ? null : $"[{string.Join(", ", items.Select(textOf))}]";

    private static string Text<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            write(writer, value);
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return Of(document.RootElement, isNested: false) ?? "";
    }

    private static string Key(string name)
    {
        var isSimple = name.Length > 0 && IsKeyStart(name[0]) && name.All(character => IsKeyStart(character) || char.IsDigit(character));
        return isSimple ? name : Quote(name);
    }

    private static bool IsKeyStart(char character) => character == '_' || char.IsLetter(character);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\a' => quoted.Append(@"\a"),
                '\b' => quoted.Append(@"\b"),
                '\t' => quoted.Append(@"\t"),
                '\r' => quoted.Append(@"\r"),
                '\v' => quoted.Append(@"\v"),
                '\f' => quoted.Append(@"\f"),
                '\n' => quoted.Append(@"\n"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $@"\x{(int)character:x2}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
