using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>
/// The function <c>json</c> of templates: what JavaScript's <c>JSON.stringify</c> writes. For generated code: its shape may change with any
/// version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonFunctions
{
    private const int MostBlanks = 10;

    // Written only to be read again.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    public static string Json(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(bool? value) =>
        value switch
        {
            null => "null",
            true => "true",
            false => "false",
        };

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(double? value) => value is { } present ? ScriptNumber.Write(present) : "null";

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(DateOnly? value) => Json(TemplateValues.TextOf(value));

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(DateTimeOffset? value) => Json(TemplateValues.TextOf(value));

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(TimeOnly? value) => Json(TemplateValues.TextOf(value));

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(Guid? value) => Json(TemplateValues.TextOf(value));

    /// <inheritdoc cref="Json(string?)"/>
    public static string Json(Uri? value) => Json(TemplateValues.TextOf(value));

    /// <summary>A value as JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it when it is not null.</param>
    /// <param name="indent">How many blanks a level is indented by, at most 10; none for one line.</param>
    /// <returns>The JSON.</returns>
    public static string Json<T>(T value, Action<Utf8JsonWriter, T> write, int indent = 0)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            return "null";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer, value);
        }

        return Rewrite(buffer.WrittenSpan, Math.Clamp(indent, 0, MostBlanks));
    }

    /// <summary>Whether a text holds half a character, which no UTF-8 can.</summary>
    internal static bool HasHalf(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && IsHalf(value, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHalf(string value, int index) =>
        char.IsHighSurrogate(value[index])
            ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
            : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));

    // As JavaScript writes it: its numbers, its escapes, its blanks.
    private static string Rewrite(ReadOnlySpan<byte> json, int indent)
    {
        var text = new StringBuilder(json.Length);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            var token = reader.TokenType;
            var isEnd = token is JsonTokenType.EndArray or JsonTokenType.EndObject;
            var isFirst = previous is JsonTokenType.StartArray or JsonTokenType.StartObject;
            if (previous is not (JsonTokenType.None or JsonTokenType.PropertyName))
            {
                if (!isEnd && !isFirst)
                {
                    text.Append(',');
                }

                if (indent > 0 && !(isEnd && isFirst))
                {
                    text.Append('\n').Append(' ', indent * reader.CurrentDepth);
                }
            }

            Append(text, ref reader, indent);
            previous = token;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ref Utf8JsonReader reader, int indent)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                AppendString(text, JsonString.Read(Encoding.UTF8.GetString(reader.ValueSpan)));
                text.Append(indent > 0 ? ": " : ":");
                break;
            case JsonTokenType.String:
                AppendString(text, JsonString.Read(Encoding.UTF8.GetString(reader.ValueSpan)));
                break;
            case JsonTokenType.Number:
                text.Append(reader.TryGetInt64(out var integer) ? Json(integer) : ScriptNumber.Write(JsonNumber.Read(reader.ValueSpan)));
                break;
            default:
                text.Append(Encoding.UTF8.GetString(reader.ValueSpan));
                break;
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            switch (letter)
            {
                case '"' or '\\':
                    text.Append('\\').Append(letter);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                default:
                    AppendLetter(text, value, i);
                    break;
            }
        }

        text.Append('"');
    }

    // What is no character alone is escaped, so that the JSON can be sent.
    private static void AppendLetter(StringBuilder text, string value, int index)
    {
        var letter = value[index];
        if (letter < ' ' || IsHalf(value, index))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }
        else
        {
            text.Append(letter);
        }
    }
}
