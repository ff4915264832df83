namespace PromptKit.Outputs;

/// <summary>
/// Reads what was meant to be JSON and tells a sink the JSON that it was meant to be. Of JSON it changes nothing. It can be fed piece by
/// piece: what it cannot decide yet it leaves for the next feed, and never more than <see cref="Window"/> characters or one token.
/// </summary>
internal sealed partial class JsonMender<TSink>
    where TSink : IJsonSink
{
    /// <summary>How far it looks ahead.</summary>
    public const int Window = 96;

    private readonly Stack<bool> _isObject = [];
    private readonly TSink _sink;
    private ReadOnlyMemory<char> _text;
    private MenderPlace _place = MenderPlace.Value;
    private MenderComment _comment;
    private int _objects;
    private bool _isFinal;

    public JsonMender(TSink sink) => _sink = sink;

    /// <summary>How much of the last feed is used; the rest is to be fed again, with more behind it.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the value has ended.</summary>
    public bool IsOver => _place == MenderPlace.End;

    /// <summary>Whether the value ended because there was no more, and not by its bracket.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Whether it is nested deeper than anybody reads; what follows was not looked at.</summary>
    public bool IsTooDeep { get; private set; }

    private int Left => _text.Length - Position;

    /// <summary>Begins another value.</summary>
    public void Reset()
    {
        _isObject.Clear();
        _objects = 0;
        _place = MenderPlace.Value;
        _comment = MenderComment.None;
        IsTruncated = false;
        IsTooDeep = false;
        _token.Clear();
        _hasName = false;
    }

    /// <param name="text">What was left of the last feed, and what is new.</param>
    /// <param name="isFinal">Whether nothing follows.</param>
    public void Feed(ReadOnlyMemory<char> text, bool isFinal)
    {
        _text = text;
        Position = 0;
        _isFinal = isFinal;
        while (!IsOver && Step()) { }

        if (isFinal && !IsOver)
        {
            Truncate();
        }
    }

    /// <returns>False when it needs more text.</returns>
    private bool Step() =>
        _place switch
        {
            MenderPlace.Text or MenderPlace.NameText => StepText(),
            MenderPlace.Bare => StepBare(),
            MenderPlace.BareName => StepBareName(),
            _ => SkipTrivia() && StepStructure(_text.Span[Position]),
        };

    private bool StepStructure(char next) =>
        _place switch
        {
            MenderPlace.Value => StepValue(next),
            MenderPlace.FirstItem or MenderPlace.Item => StepItem(next),
            MenderPlace.FirstName or MenderPlace.Name => StepName(next),
            MenderPlace.Colon => StepColon(next),
            _ => StepAfter(next),
        };

    private bool StepValue(char next)
    {
        switch (next)
        {
            case '{' or '[':
                return Open(next);
            case ',' or '}' or ']' when _isObject.Count > 0:
                Null("no value");
                return true;
            case ':' or '=' or '>':
                return Drop(OutputRepairKind.Punctuation, "a sign too many was dropped");
            default:
                return StartScalar(next);
        }
    }

    private bool StepItem(char next)
    {
        switch (next)
        {
            case '{' or '[':
                return Open(next);
            case ']':
                if (_place == MenderPlace.Item)
                {
                    _sink.Repair(OutputRepairKind.Punctuation, "a comma too many was dropped");
                }

                return Close();
            case ',' or ';':
                return Drop(OutputRepairKind.Punctuation, "a comma too many was dropped");
            case '}' or ':':
                _place = MenderPlace.After;
                return true;
            default:
                return StartScalar(next);
        }
    }

    private bool StepName(char next)
    {
        switch (next)
        {
            case '}':
                if (_place == MenderPlace.Name)
                {
                    _sink.Repair(OutputRepairKind.Punctuation, "a comma too many was dropped");
                }

                return Close();
            case ',' or ';':
                return Drop(OutputRepairKind.Punctuation, "a comma too many was dropped");
            case ']':
                _place = MenderPlace.After;
                return true;
            case '{' or '[' or ':':
                return Drop(OutputRepairKind.Punctuation, "a bracket or colon too many was dropped");
            default:
                return StartName(next);
        }
    }

    private bool StepColon(char next)
    {
        switch (next)
        {
            case ':':
                Position++;
                _place = MenderPlace.Value;
                return true;
            case '=':
                _place = MenderPlace.Value;
                return Drop(OutputRepairKind.Punctuation, "'=' was read as a colon");
            case ',' or '}' or ']' or ';':
                DropName();
                _place = MenderPlace.After;
                return true;
            default:
                _sink.Repair(OutputRepairKind.Punctuation, "a missing colon was added");
                _place = MenderPlace.Value;
                return true;
        }
    }

    private bool StepAfter(char next)
    {
        var isObject = _isObject.Peek();
        switch (next)
        {
            case ',':
                Position++;
                _place = isObject ? MenderPlace.Name : MenderPlace.Item;
                return true;
            case ';':
                _place = isObject ? MenderPlace.Name : MenderPlace.Item;
                return Drop(OutputRepairKind.Punctuation, "';' was read as a comma");
            case '}' or ']' when isObject == (next == '}'):
                return Close();
            case '}' when _objects > 0:
            case ']' when _objects < _isObject.Count:
                // What is open inside of it was forgotten.
                _sink.Repair(OutputRepairKind.Punctuation, isObject ? "a missing '}' was added" : "a missing ']' was added");
                CloseInnermost();
                return true;
            case '}' or ']' or ':':
                return Drop(OutputRepairKind.Punctuation, "a sign too many was dropped");
            default:
                _sink.Repair(OutputRepairKind.Punctuation, "a missing comma was added");
                _place = isObject ? MenderPlace.Name : MenderPlace.Item;
                return true;
        }
    }

    private bool Open(char bracket)
    {
        EmitName();
        if (_isObject.Count == OutputReader.MaxDepth)
        {
            IsTooDeep = true;
            _place = MenderPlace.End;
            return false;
        }

        Position++;
        var isObject = bracket == '{';
        _isObject.Push(isObject);
        _objects += isObject ? 1 : 0;
        _place = isObject ? MenderPlace.FirstName : MenderPlace.FirstItem;
        if (isObject)
        {
            _sink.StartObject();
        }
        else
        {
            _sink.StartArray();
        }

        return true;
    }

    private bool Close()
    {
        Position++;
        CloseInnermost();
        return true;
    }

    private void CloseInnermost()
    {
        if (_isObject.Pop())
        {
            _objects--;
            _sink.EndObject();
        }
        else
        {
            _sink.EndArray();
        }

        _place = _isObject.Count == 0 ? MenderPlace.End : MenderPlace.After;
    }

    private void Null(string why)
    {
        EmitName();
        _sink.Literal(null);
        _sink.Repair(OutputRepairKind.Punctuation, $"{why} was read as null");
        _place = MenderPlace.After;
    }

    private bool Drop(OutputRepairKind kind, string what)
    {
        Position++;
        _sink.Repair(kind, what);
        return true;
    }

    /// <summary>There is no more: closes what is open.</summary>
    private void Truncate()
    {
        IsTruncated = true;
        switch (_place)
        {
            case MenderPlace.Text:
                _sink.EndText();
                break;
            case MenderPlace.Bare:
                EndBare(isCut: true);
                break;
        }

        _hasName = false;
        _sink.Repair(OutputRepairKind.Truncated, "the end was missing; what was open was closed");
        while (_isObject.Count > 0)
        {
            CloseInnermost();
        }

        _place = MenderPlace.End;
    }
}
