using System.Buffers;

namespace PromptKit.Outputs;

/// <content>Values and names without quotes.</content>
internal sealed partial class JsonMender<TSink>
{
    private static readonly SearchValues<char> s_endsOfWord = SearchValues.Create(",;{}[]:\"'`“”\n\r\t ");
    private const int LongestScalar = 64;

    private static readonly string[] s_literals = ["true", "false", "null", "True", "False", "None"];
    private static readonly SearchValues<char> s_endsOfName = SearchValues.Create(":=,;{}[]/\n\r\"'`“”");

    private bool StepBare()
    {
        var rest = _text.Span[Position..];
        var length = rest.IndexOfAny(s_endsOfWord);
        if (length < 0)
        {
            _token.Append(rest);
            Position = _text.Length;
            return false;
        }

        _token.Append(rest[..length]);
        Position += length;
        if (IsEndOfBare(rest[length..]) is not { } isEnd)
        {
            return false;
        }

        if (isEnd && _token.Length > 0)
        {
            EndBare();
            return true;
        }

        _token.Append(rest[length]);
        Position++;
        return true;
    }

    /// <returns>Null when that is not known yet.</returns>
    private bool? IsEndOfBare(ReadOnlySpan<char> rest)
    {
        switch (rest[0])
        {
            case ',' or ';' or '}' or ']' or '\n' or '\r':
                return true;
            case ' ' or '\t':
                break;
            default:
                return IsScalarToken();
        }

        var index = Blanks(rest);
        if (index >= rest.Length)
        {
            return _isFinal || index > Window ? true : null;
        }

        var next = rest[index];
        if (next is ',' or ';' or '}' or ']' or '#' or '\n')
        {
            return true;
        }

        if (next == '/')
        {
            return rest.Length > index + 1 ? rest[index + 1] is '/' or '*' : (_isFinal ? false : null);
        }

        // A number or a literal, and what follows is the next value; else both are words of one text.
        return !IsScalarToken() ? false
            : IsQuote(next) || char.IsDigit(next) || next is '{' or '[' or '-' ? true
            : _isObject.Count > 0 && _isObject.Peek() ? IsName(rest[index..], isQuoteEnough: false)
            : IsScalar(rest.Slice(index, Math.Min(LongestScalar, rest.Length - index)).ToString().Split(' ', ',', ']')[0]);
    }

    // The token may be a long text.
    private bool IsScalarToken() => _token.Length <= LongestScalar && IsScalar(_token.ToString());

    private static bool IsScalar(string word) => NumberText.IsJson(word) || Literal(word) is not null;

    private void EndBare(bool isCut = false)
    {
        _place = MenderPlace.After;
        var word = _token.ToString().Trim();
        if (isCut && Array.Find(s_literals, literal => literal.StartsWith(word, StringComparison.Ordinal)) is { } whole)
        {
            word = whole;
        }

        if (NumberText.IsJson(word))
        {
            _sink.Number(word);
        }
        else if (NumberText.ToJson(word) is { } number)
        {
            _sink.Number(number);
            _sink.Repair(OutputRepairKind.NumberSpelling, $"{Short(word)} was read as the number {Short(number)}");
        }
        else if (Literal(word) is var (value, isJson))
        {
            _sink.Literal(value);
            if (!isJson)
            {
                _sink.Repair(
                    OutputRepairKind.Literal,
                    $"{word} was read as {(value is { } boolean ? boolean ? "true" : "false" : "null")}"
                );
            }
        }
        else
        {
            _sink.StartText();
            _sink.Text(word);
            _sink.EndText();
            _sink.Repair(OutputRepairKind.Quotes, "a text without quotes was put in quotes");
        }

        _token.Clear();
    }

    private static (bool? Value, bool IsJson)? Literal(string word) =>
        word switch
        {
            "true" => (true, true),
            "false" => (false, true),
            "null" => (null, true),
            "True" or "TRUE" => (true, false),
            "False" or "FALSE" => (false, false),
            "None" or "none" or "NONE" or "undefined" or "Undefined" or "NaN" or "nan" or "NAN" or "nil" or "Null" or "NULL" => (
                null,
                false
            ),
            "Infinity" or "-Infinity" or "+Infinity" or "inf" or "-inf" => (null, false),
            _ => null,
        };

    private bool StepBareName()
    {
        var rest = _text.Span[Position..];
        var length = rest.IndexOfAny(s_endsOfName);
        _token.Append(length < 0 ? rest : rest[..length]);
        Position += length < 0 ? rest.Length : length;
        if (length < 0)
        {
            return false;
        }

        if (rest[length] == '/')
        {
            if (IsComment(rest[length..]) is not { } isComment)
            {
                return false;
            }

            if (!isComment)
            {
                _token.Append('/');
                Position++;
                return true;
            }
        }

        if (_token.Length == 0)
        {
            // Nothing that could be a name.
            return Drop(OutputRepairKind.Punctuation, "a sign too many was dropped") && Behind(MenderPlace.Name);
        }

        Trim();
        _hasName = true;
        return Behind(MenderPlace.Colon);
    }

    private void Trim()
    {
        var name = _token.ToString().Trim();
        _token.Clear().Append(name);
    }

    private bool Behind(MenderPlace place)
    {
        _place = place;
        return true;
    }
}
