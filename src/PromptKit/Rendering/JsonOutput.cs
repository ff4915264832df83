using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Rendering;

/// <summary>Writes values as JSON. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonOutput
{
    /// <summary>Writes any JSON; a value that was never set is null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else if (JsonString.MayHaveHalf(value))
        {
            // System.Text.Json would refuse to write it.
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value));
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(ValueText.Of(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(ValueText.Of(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(ValueText.Of(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    /// <summary>Writes a text that a template shows: half a character, which UTF-8 cannot hold, becomes an escape.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The text.</param>
    public static void WriteText(Utf8JsonWriter writer, string value)
    {
        if (JsonFunctions.HasHalf(value))
        {
            writer.WriteRawValue(JsonFunctions.Json(value), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <summary>Writes a number that a template shows, which may be infinite or none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    public static void WriteText(Utf8JsonWriter writer, double value) => JsonNumber.Write(writer, value);

    /// <summary>Writes any JSON that a template shows, as it was written.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void WriteText(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
    }

    /// <summary>Writes media as <c>url</c> and <c>contentType</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">A <see cref="DataContent"/> or a <see cref="UriContent"/>.</param>
    /// <exception cref="ArgumentException">The content is neither.</exception>
    public static void Write(Utf8JsonWriter writer, AIContent value)
    {
        var (url, type) = value switch
        {
            DataContent data => (data.Uri, data.MediaType),
            UriContent uri => (uri.Uri.OriginalString, uri.MediaType),
            _ => throw new ArgumentException($"Media are a DataContent or a UriContent, not a {value.GetType().Name}.", nameof(value)),
        };
        writer.WriteStartObject();
        writer.WriteString("url", url);
        writer.WriteString("contentType", type);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            write(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The object.</param>
    /// <param name="writeMembers">Writes its members.</param>
    public static void WriteObject<T>(Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> writeMembers)
    {
        writer.WriteStartObject();
        writeMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes an object of any members.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="map">The values by name.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteMap<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> map, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }

        writer.WriteEndObject();
    }
}
