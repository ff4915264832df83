using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Rendering;

public readonly partial struct JsonInput
{
    /// <summary>Reads a string.</summary>
    /// <returns>The string.</returns>
    public string ReadString() => _element.ValueKind == JsonValueKind.String ? JsonString.Text(_element) : FailType<string>("a string");

    /// <summary>Reads an integer of 64 bits; <c>4.0</c> is one.</summary>
    /// <returns>The integer.</returns>
    public long ReadInteger()
    {
        if (_element.ValueKind != JsonValueKind.Number)
        {
            return FailType<long>("an integer");
        }

        if (_element.TryGetInt64(out var integer))
        {
            return integer;
        }

        return
            _element.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : FailType<long>("an integer of 64 bits");
    }

    /// <summary>Reads a number.</summary>
    /// <returns>The number.</returns>
    public double ReadNumber() =>
        _element.ValueKind == JsonValueKind.Number && _element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : FailType<double>("a number");

    /// <summary>Reads a boolean.</summary>
    /// <returns>The boolean.</returns>
    public bool ReadBoolean() =>
        _element.ValueKind is JsonValueKind.True or JsonValueKind.False ? _element.GetBoolean() : FailType<bool>("true or false");

    /// <summary>Reads any value.</summary>
    /// <returns>A copy that outlives the document it came from.</returns>
    public JsonElement ReadAny() => IsMissing ? default : _element.Clone();

    /// <summary>Reads a date, <c>2026-03-09</c>.</summary>
    /// <returns>The date.</returns>
    public DateOnly ReadDate() =>
        Text() is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : FailFormat<DateOnly>("a date such as 2026-03-09");

    /// <summary>Reads a date and time, <c>2026-03-09T14:05:00Z</c>.</summary>
    /// <returns>The date and time; in UTC when it names no offset.</returns>
    public DateTimeOffset ReadDateTime() =>
        Text() is { } text
        && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : FailFormat<DateTimeOffset>("a date and time such as 2026-03-09T14:05:00Z");

    /// <summary>Reads a time of day, <c>14:05:00</c>.</summary>
    /// <returns>The time.</returns>
    public TimeOnly ReadTime() =>
        Text() is { } text
        && TimeOnly.TryParseExact(
            text,
            ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : FailFormat<TimeOnly>("a time such as 14:05:00");

    /// <summary>Reads an absolute URI, as JSON Schema's format <c>uri</c> is.</summary>
    /// <returns>The URI.</returns>
    public Uri ReadUri() =>
        Text() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : FailFormat<Uri>("an absolute URI");

    /// <summary>Reads a GUID.</summary>
    /// <returns>The GUID.</returns>
    public Guid ReadGuid() => Text() is { } text && Guid.TryParseExact(text, "D", out var guid) ? guid : FailFormat<Guid>("a GUID");

    /// <summary>Reads media: a URL, or an object with <c>url</c> and <c>contentType</c>; <c>data:</c> URLs carry their bytes.</summary>
    /// <returns>A <see cref="DataContent"/> or a <see cref="UriContent"/>.</returns>
    public AIContent ReadMedia()
    {
        var (url, type) = _element.ValueKind switch
        {
            JsonValueKind.String => (JsonString.Text(_element), null),
            JsonValueKind.Object => (Optional("url")?.ReadString(), Optional("contentType")?.ReadString()),
            _ => (null, null),
        };
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return FailFormat<AIContent>("media: an absolute URL, or an object with 'url' and 'contentType'");
        }

        try
        {
            return uri.Scheme == "data" ? new DataContent(url!, type) : new UriContent(uri, type ?? "image/*");
        }
        catch (ArgumentException exception)
        {
            return Fail<AIContent>($"is no media that can be read: {exception.Message}");
        }
    }

    /// <summary>Reads a value whose type is not known; it is dropped.</summary>
    /// <returns>Null.</returns>
#pragma warning disable CA1822 // Called like the other readers.
    public object? ReadUnknown() => null;
#pragma warning restore CA1822

    /// <summary>The text of an enum's value: a string, or the digits of an integer.</summary>
    /// <returns>The text; null when it is neither.</returns>
    public string? ReadChoice() =>
        _element.ValueKind switch
        {
            JsonValueKind.String => JsonString.Text(_element),
            JsonValueKind.Number => _element.GetRawText(),
            _ => null,
        };

    /// <summary>Notes that a value is none of the enum's.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="choices">The enum's values.</param>
    /// <returns>The default value.</returns>
    public T FailChoice<T>(ReadOnlySpan<string> choices)
    {
        if (ReadChoice() is not { } choice)
        {
            return FailType<T>("one of " + string.Join(", ", choices));
        }

        return Fail<T>($"must be one of {string.Join(", ", choices)}, but is '{choice}'{JsonSpelling.Suggest(choice, choices)}");
    }

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="read">Reads an item.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<T> ReadList<T>(Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_element.ValueKind != JsonValueKind.Array)
        {
            return FailType<IReadOnlyList<T>>("a list");
        }

        var items = new T[_element.GetArrayLength()];
        var index = 0;
        foreach (var item in _element.EnumerateArray())
        {
            items[index] = read(new JsonInput(item, _path.Item(index), _mismatches));
            index++;
        }

        return items;
    }

    /// <summary>Reads an object of any members.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <returns>The values by name.</returns>
    public IReadOnlyDictionary<string, T> ReadMap<T>(Func<JsonInput, T> read) =>
        _element.ValueKind == JsonValueKind.Object ? ReadOthers([], read) : FailType<IReadOnlyDictionary<string, T>>("an object");

    private string? Text() => _element.ValueKind == JsonValueKind.String ? JsonString.Text(_element) : null;

    private T FailFormat<T>(string expected) =>
        Text() is { } text ? Fail<T>($"must be {expected}, but is '{text}'") : FailType<T>(expected);
}
