using System.Globalization;

namespace PromptKit.Rendering;

public ref partial struct PromptWriter
{
    /// <inheritdoc cref="Write(string?)"/>
    public void Write(bool value) => Write(value ? "true" : "false");

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(bool? value)
    {
        if (value is { } present)
        {
            Write(present);
        }
    }

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(long value) => WriteNumber(value);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(long? value)
    {
        if (value is { } present)
        {
            WriteNumber(present);
        }
    }

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(double value)
    {
        if (HundredthText.TryWrite(value, _buffer.AsSpan(_length), out var written))
        {
            Wrote(written);
        }
        else
        {
            WriteNumber(value);
        }
    }

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(double? value)
    {
        if (value is { } present)
        {
            Write(present);
        }
    }

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(bool? value, string indent) =>
        Write(
            value switch
            {
                null => null,
                true => "true",
                false => "false",
            },
            indent
        );

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(long? value, string indent) => Write(value?.ToString(CultureInfo.InvariantCulture), indent);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(double? value, string indent) => Write(value?.ToString(CultureInfo.InvariantCulture), indent);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(DateOnly? value) => Write(value is { } present ? ValueText.Of(present) : null);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(DateTimeOffset? value) => Write(value is { } present ? ValueText.Of(present) : null);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(TimeOnly? value) => Write(value is { } present ? ValueText.Of(present) : null);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(Guid? value) => Write(value is { } present ? ValueText.Of(present) : null);

    /// <inheritdoc cref="Write(string?)"/>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(DateOnly? value, string indent) => Write(value is { } present ? ValueText.Of(present) : null, indent);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(DateTimeOffset? value, string indent) => Write(value is { } present ? ValueText.Of(present) : null, indent);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(TimeOnly? value, string indent) => Write(value is { } present ? ValueText.Of(present) : null, indent);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(Guid? value, string indent) => Write(value is { } present ? ValueText.Of(present) : null, indent);

    /// <inheritdoc cref="Write(string?, string)"/>
    public void Write(Uri? value, string indent) => Write(value?.OriginalString, indent);

    private void WriteNumber<T>(T value)
        where T : struct, ISpanFormattable
    {
        int written;
        while (!value.TryFormat(_buffer.AsSpan(_length), out written, format: default, CultureInfo.InvariantCulture))
        {
            Grow(more: 32);
        }

        Wrote(written);
    }

    private void Wrote(int characters)
    {
        _length += characters;
        _kept = _length;
        _atLineStart = false;
    }
}
