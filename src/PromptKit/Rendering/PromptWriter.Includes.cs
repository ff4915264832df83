namespace PromptKit.Rendering;

public ref partial struct PromptWriter
{
    /// <summary>Starts the text of a partial that is kept apart until it is indented.</summary>
    /// <param name="continuesLine">Whether the text goes on with the line before it; otherwise it starts as if amid a line.</param>
    /// <returns>What <see cref="EndInclude"/> needs.</returns>
    public (int Start, int Kept, bool AtLineStart) BeginInclude(bool continuesLine)
    {
        var mark = (_length, _kept, _atLineStart);
        _atLineStart &= continuesLine;

        // Where the message has no text yet, the partial's first whitespace is dropped as the prompt's own is.
        if (_kept != 0)
        {
            _kept = InCapture;
        }

        return mark;
    }

    /// <summary>Writes what was written since <see cref="BeginInclude"/>, each line with the indent of the tag.</summary>
    /// <param name="mark">What that returned.</param>
    /// <param name="indent">The blanks before the tag; empty when other text stands there.</param>
    public void EndInclude((int Start, int Kept, bool AtLineStart) mark, string indent)
    {
        var (start, keptBefore, _) = mark;
        var kept = Math.Max(start, _kept);
        if (_length == start)
        {
            (_kept, _atLineStart) = (keptBefore, mark.AtLineStart);
        }
        else if (indent.Length == 0)
        {
            _kept = kept > start ? kept : keptBefore;
            _atLineStart = _buffer[_length - 1] == '\n';
        }
        else
        {
            var text = _buffer.AsSpan(start, _length - start).ToString();
            (_length, _kept, _atLineStart) = (start, keptBefore, mark.AtLineStart && keptBefore != 0);
            AppendLines(text.AsSpan(0, kept - start), indent);
            _kept = kept > start ? _length : keptBefore;
            AppendLines(text.AsSpan(kept - start), indent);
        }
    }

    /// <summary>Starts the text of a partial that is used as a value.</summary>
    /// <param name="continuesLine">Whether the text goes on with the line before it; otherwise it starts as if amid a line.</param>
    /// <returns>What <see cref="EndIncludedText"/> needs.</returns>
    public (int Start, int Kept, bool AtLineStart) BeginIncludedText(bool continuesLine)
    {
        var mark = (_length, _kept, _atLineStart);
        _atLineStart &= continuesLine;
        _kept = InCapture;
        return mark;
    }

    /// <summary>Ends what <see cref="BeginIncludedText"/> started.</summary>
    /// <param name="mark">What that returned.</param>
    /// <returns>All that was written since.</returns>
    public string EndIncludedText((int Start, int Kept, bool AtLineStart) mark)
    {
        var text = _buffer.AsSpan(mark.Start, _length - mark.Start).ToString();
        (_length, _kept, _atLineStart) = mark;
        return text;
    }

    private void AppendLines(ReadOnlySpan<char> text, string indent)
    {
        while (!text.IsEmpty)
        {
            if (_atLineStart)
            {
                Append(indent);
            }

            var end = text.IndexOf('\n') + 1;
            _atLineStart = end > 0;
            var line = end > 0 ? text[..end] : text;
            Append(line);
            text = text[line.Length..];
        }
    }
}
