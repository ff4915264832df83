using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptKit.Rendering;

namespace PromptKit.Tools;

/// <summary>Writes what a tool returns. For generated code: its shape may change with any version.</summary>
/// <remarks>Null is written as null, also where the method's signature does not allow it: the tool ran, and its result must be told.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolOutput
{
    // For a model to read, not for a page: what is no ASCII, and quotes and signs that HTML minds, stay as they are.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a result.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The result.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>The result as JSON.</returns>
    public static JsonElement Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer, value);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>Writes all that a method yields, as a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The list as JSON.</returns>
    public static async ValueTask<object?> WriteAllAsync<T>(
        IAsyncEnumerable<T> items,
        Action<Utf8JsonWriter, T> write,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(items);
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            list.Add(item);
        }

        return Write(list, (writer, values) => WriteList(writer, values, write));
    }

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object of any members.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="write">Writes a value.</param>
    public static void WriteMap<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value that may be null.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it when it is there.</param>
    public static void WriteNullable<T>(Utf8JsonWriter writer, T? value, Action<Utf8JsonWriter, T> write)
        where T : struct
    {
        if (value is { } present)
        {
            write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a number; what JSON has no number for is written as text, such as <c>"NaN"</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    public static void Write(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes any JSON.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement value) => JsonOutput.Write(writer, value);

    /// <summary>Writes a date.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The date.</param>
    public static void Write(Utf8JsonWriter writer, DateOnly value) => JsonOutput.Write(writer, value);

    /// <summary>Writes a date and time.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The date and time.</param>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => JsonOutput.Write(writer, value);

    /// <summary>Writes a date and time; without offset when it names none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The date and time.</param>
    public static void Write(Utf8JsonWriter writer, DateTime value) => writer.WriteStringValue(value);

    /// <summary>Writes a time of day.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The time.</param>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => JsonOutput.Write(writer, value);

    /// <summary>Writes a GUID.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The GUID.</param>
    public static void Write(Utf8JsonWriter writer, Guid value) => JsonOutput.Write(writer, value);

    /// <summary>Writes a URI.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The URI.</param>
    public static void Write(Utf8JsonWriter writer, Uri? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonOutput.Write(writer, value);
        }
    }
}
