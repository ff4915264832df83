using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Outputs;

public ref partial struct OutputReader
{
    // More than any date or time takes.
    private const int LongestMoment = 64;

    private static readonly string[] s_times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] s_shortTimes = [.. s_times, "H:mm", "H:mm:ss"];

    /// <summary>Whether the value is null.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Reads a null in place of a value that is no text: also one that is spelt out in a text.</summary>
    /// <returns>Whether it is null; when not, the value is still to be read.</returns>
    public bool ReadNull()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (_json.TokenType != JsonTokenType.String || _json.ValueSpan.Length > 9 || !IsNullText(_json.GetString()!))
        {
            return false;
        }

        Repaired(OutputRepairKind.Conversion, $"was '{_json.GetString()}' and was read as null");
        return true;
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The text.</returns>
    public string ReadString()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return _json.GetString()!;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                var text = Encoding.UTF8.GetString(_json.ValueSpan);
                Repaired(OutputRepairKind.Conversion, $"was {text} and was read as a text");
                return text;
            default:
                return WrongType<string>("a text");
        }
    }

    /// <summary>Reads an integer of 64 bits.</summary>
    /// <returns>The integer.</returns>
    public long ReadInteger()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.TryGetInt64(out var integer) ? integer : ReadWholeNumber(Encoding.UTF8.GetString(_json.ValueSpan));
        }

        return _json.TokenType == JsonTokenType.String ? ReadWholeNumber(_json.GetString()!) : WrongType<long>("an integer");
    }

    /// <summary>Reads a number.</summary>
    /// <returns>The number.</returns>
    public double ReadNumber()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.TryGetDouble(out var number) && double.IsFinite(number) ? number : WrongType<double>("a number of 64 bits");
        }

        if (_json.TokenType == JsonTokenType.String && NumberText.ToJson(_json.GetString()!) is { } json)
        {
            var number = double.Parse(json, CultureInfo.InvariantCulture);
            if (double.IsFinite(number))
            {
                return Converted(number);
            }
        }

        return WrongType<double>("a number");
    }

    /// <summary>Reads a boolean.</summary>
    /// <returns>The boolean.</returns>
    public bool ReadBoolean()
    {
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.TokenType == JsonTokenType.True;
        }

        var text = _json.TokenType is JsonTokenType.String ? _json.GetString() : null;
        text = _json.TokenType is JsonTokenType.Number ? Encoding.UTF8.GetString(_json.ValueSpan) : text;
        return text?.Trim().TrimEnd('.').ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "ON" or "1" => Converted(true),
            "FALSE" or "NO" or "N" or "OFF" or "0" => Converted(false),
            _ => WrongType<bool>("true or false"),
        };
    }

    /// <summary>Reads any value.</summary>
    /// <returns>A copy of its own.</returns>
    public JsonElement ReadAny() => JsonElement.ParseValue(ref _json);

    /// <summary>Reads a date, <c>2026-03-09</c>.</summary>
    /// <returns>The date.</returns>
    public DateOnly ReadDate()
    {
        Span<char> buffer = stackalloc char[LongestMoment];
        var text = Moment(buffer);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? Converted(date)
            : WrongType<DateOnly>("a date such as 2026-03-09");
    }

    /// <summary>Reads a date and time, <c>2026-03-09T14:05:00Z</c>.</summary>
    /// <returns>The date and time; in UTC when it names no offset.</returns>
    public DateTimeOffset ReadDateTime()
    {
        Span<char> buffer = stackalloc char[LongestMoment];
        var text = Moment(buffer);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return WrongType<DateTimeOffset>("a date and time such as 2026-03-09T14:05:00Z");
        }

        const int datePart = 10;
        if (text.Length > datePart && text[datePart] == 'T')
        {
            return moment;
        }

        // In the same order, with a blank for the T. What else parses may be another day elsewhere.
        return text.Trim() is { Length: > datePart } trimmed && trimmed[4] == '-' && trimmed[datePart] is ' ' or 'T' or 't'
            ? Converted(moment)
            : WrongType<DateTimeOffset>("a date and time such as 2026-03-09T14:05:00Z");
    }

    /// <summary>Reads a time of day, <c>14:05:00</c>.</summary>
    /// <returns>The time.</returns>
    public TimeOnly ReadTime()
    {
        Span<char> buffer = stackalloc char[LongestMoment];
        var text = Moment(buffer);
        if (TimeOnly.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        return TimeOnly.TryParseExact(text.Trim(), s_shortTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
            ? Converted(time)
            : WrongType<TimeOnly>("a time such as 14:05:00");
    }

    /// <summary>Reads an absolute URI.</summary>
    /// <returns>The URI.</returns>
    public Uri ReadUri()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return WrongType<Uri>("an absolute URI");
        }

        var text = _json.GetString()!;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return uri;
        }

        // <https://…>, as Markdown writes it.
        return Uri.TryCreate(text.Trim(' ', '<', '>'), UriKind.Absolute, out uri) ? Converted(uri) : WrongType<Uri>("an absolute URI");
    }

    /// <summary>Reads a GUID.</summary>
    /// <returns>The GUID.</returns>
    public Guid ReadGuid()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            if (_json.TryGetGuid(out var guid))
            {
                return guid;
            }

            if (Guid.TryParse(_json.GetString(), CultureInfo.InvariantCulture, out guid))
            {
                return Converted(guid);
            }
        }

        return WrongType<Guid>("a GUID");
    }

    /// <summary>Reads media, for a schema that inputs share: models do not answer with any.</summary>
    /// <returns>The media.</returns>
    public AIContent ReadMedia()
    {
        var start = _json.TokenStartIndex;
        var media = Rendering.JsonInput.Read(JsonElement.ParseValue(ref _json), static json => json.ReadMedia(), out var mismatches);
        foreach (var mismatch in mismatches)
        {
            MismatchedAt(start, mismatch.Reason);
        }

        return media;
    }

    /// <summary>Reads a value whose type is not known; it is dropped.</summary>
    /// <returns>Null.</returns>
    public object? ReadUnknown()
    {
        _json.Skip();
        return null;
    }

    /// <summary>Reads a value of an enum.</summary>
    /// <param name="choices">The values.</param>
    /// <returns>Its place among them; 0 when it is none of them, which is noted.</returns>
    public int ReadChoice(OutputChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            return WrongType<int>("one of " + string.Join(", ", choices.Values));
        }

        return Math.Max(0, Choose(ref _json, choices, isNoted: true));
    }

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="read">Reads an item.</param>
    /// <returns>The list.</returns>
    public IReadOnlyList<T> ReadList<T>(OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var items = new List<T>();
        if (_json.TokenType == JsonTokenType.Null)
        {
            return WrongType<IReadOnlyList<T>>("a list");
        }

        if (_json.TokenType != JsonTokenType.StartArray)
        {
            Repaired(OutputRepairKind.SingleItem, "stands alone and was read as a list of one");
            items.Add(read(ref this));
            return items;
        }

        if (_json.CurrentDepth > MaxTypedDepth)
        {
            return Mismatch<IReadOnlyList<T>>(TooDeep);
        }

        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(ref this));
        }

        return items;
    }

    private static bool IsNullText(string text) =>
        text.Trim().ToUpperInvariant() is "" or "NULL" or "NONE" or "N/A" or "NIL" or "UNDEFINED";

    private T Converted<T>(T value)
    {
        Repaired(OutputRepairKind.Conversion, $"was {Describe(in _json)} and was converted");
        return value;
    }

    private long ReadWholeNumber(string text) =>
        NumberText.ToJson(text) is { } json
        && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number)
        && number is >= long.MinValue and <= long.MaxValue
            ? Converted((long)number)
            : WrongType<long>("an integer");

    // Empty when it is no text, or too long for what is looked for.
    private readonly ReadOnlySpan<char> Moment(Span<char> buffer) =>
        _json.TokenType == JsonTokenType.String && _json.ValueSpan.Length <= buffer.Length ? buffer[.._json.CopyString(buffer)] : [];

    private int Choose(ref Utf8JsonReader json, OutputChoices choices, bool isNoted)
    {
        var isText = json.TokenType == JsonTokenType.String;
        var values = choices.Utf8Values;
        for (var index = 0; index < values.Length; index++)
        {
            if (isText ? json.ValueTextEquals(values[index]) : json.ValueSpan.SequenceEqual(values[index]))
            {
                if (isText == choices.AreIntegers)
                {
                    RepairedAt(json.TokenStartIndex, OutputRepairKind.Conversion, $"was {Describe(in json)} and was converted");
                }

                return index;
            }
        }

        var text = isText ? json.GetString()! : Encoding.UTF8.GetString(json.ValueSpan);
        var similar = json.TokenType is JsonTokenType.Null or JsonTokenType.StartObject or JsonTokenType.StartArray
            ? -1
            : choices.FindSimilar(text);
        if (similar >= 0)
        {
            RepairedAt(
                json.TokenStartIndex,
                OutputRepairKind.EnumSpelling,
                $"was '{Shorten(text)}' and was read as '{choices.Values[similar]}'"
            );
        }
        else if (isNoted)
        {
            var suggestion = isText ? Rendering.JsonSpelling.Suggest(text, choices.Values) : "";
            MismatchedAt(
                json.TokenStartIndex,
                $"must be one of {string.Join(", ", choices.Values)}, but is {Describe(in json)}{suggestion}"
            );
        }

        return similar;
    }
}
