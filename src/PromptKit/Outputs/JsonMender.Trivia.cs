namespace PromptKit.Outputs;

/// <content>What stands between tokens.</content>
internal sealed partial class JsonMender<TSink>
{
    private const string Fence = "```";

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    private bool SkipTrivia()
    {
        while (true)
        {
            if (_comment != MenderComment.None && !SkipComment())
            {
                return false;
            }

            SkipBlanks();
            if (Left == 0)
            {
                return false;
            }

            switch (_text.Span[Position])
            {
                case '/' or '#':
                    if (StartComment() is { } isMore)
                    {
                        return isMore;
                    }

                    break;
                case '.' or '…' when _place is MenderPlace.Item or MenderPlace.FirstItem or MenderPlace.Name or MenderPlace.FirstName:
                    if (SkipEllipsis() is { } isToken)
                    {
                        return isToken;
                    }

                    break;
                case '`':
                    return !IsFence();
                default:
                    return true;
            }
        }
    }

    private void SkipBlanks()
    {
        var rest = _text.Span[Position..];
        var index = 0;
        var isOdd = false;
        while (index < rest.Length && (char.IsWhiteSpace(rest[index]) || rest[index] is '\uFEFF' or '\u200B'))
        {
            isOdd |= rest[index] is not (' ' or '\n' or '\r' or '\t');
            index++;
        }

        Position += index;
        if (isOdd)
        {
            _sink.Repair(OutputRepairKind.Punctuation, "a blank that JSON does not know was dropped");
        }
    }

    /// <returns>Null when a comment begins here; else whether a token does. False when that is not known yet.</returns>
    private bool? StartComment()
    {
        var rest = _text.Span[Position..];
        if (rest[0] == '/' && rest.Length == 1 && !_isFinal)
        {
            return false;
        }

        var kind =
            rest is ['#', ..] or ['/', '/', ..] ? MenderComment.Line
            : rest is ['/', '*', ..] ? MenderComment.Block
            : MenderComment.None;
        if (kind == MenderComment.None)
        {
            return true;
        }

        Position += rest[0] == '#' ? 1 : 2;
        _comment = kind;
        _sink.Repair(OutputRepairKind.Comment, "a comment was dropped");
        return null;
    }

    private bool SkipComment()
    {
        var rest = _text.Span[Position..];
        var end = _comment == MenderComment.Line ? rest.IndexOfAny('\n', '\r') : rest.IndexOf("*/");
        if (end < 0)
        {
            // The star may be the first half of its end.
            Position = _text.Length - (rest.EndsWith('*') && _comment == MenderComment.Block ? 1 : 0);
            return false;
        }

        Position += end + (_comment == MenderComment.Line ? 1 : 2);
        _comment = MenderComment.None;
        return true;
    }

    /// <returns>Null when an ellipsis was dropped; else whether a token begins here. False when that is not known yet.</returns>
    private bool? SkipEllipsis()
    {
        var rest = _text.Span[Position..];
        if (rest[0] == '…' || rest.StartsWith("..."))
        {
            Position += rest[0] == '…' ? 1 : 3;
            _sink.Repair(OutputRepairKind.Punctuation, "an ellipsis was dropped");
            return null;
        }

        return _isFinal || rest.Length > 2 || !"...".AsSpan().StartsWith(rest);
    }

    /// <summary>The fence around the value ends it, whatever is open. Also true when that is not known yet.</summary>
    private bool IsFence()
    {
        var rest = _text.Span[Position..];
        if (!rest.StartsWith(Fence))
        {
            return !_isFinal && Fence.AsSpan().StartsWith(rest);
        }

        Truncate();
        return true;
    }
}
