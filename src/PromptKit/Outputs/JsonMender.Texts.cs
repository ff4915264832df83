using System.Buffers;
using System.Globalization;
using System.Text;

namespace PromptKit.Outputs;

/// <content>Texts and names between quotes.</content>
internal sealed partial class JsonMender<TSink>
{
    private const string Controls =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private const int EscapeLength = 6;

    private static readonly SearchValues<char> s_straight = SearchValues.Create("\"\\" + Controls);
    private static readonly SearchValues<char> s_single = SearchValues.Create("'\\" + Controls);
    private static readonly SearchValues<char> s_backtick = SearchValues.Create("`\\" + Controls);
    private static readonly SearchValues<char> s_double = SearchValues.Create("“”„»«\"\\" + Controls);
    private static readonly SearchValues<char> s_singleTypographic = SearchValues.Create("‘’‚'\\" + Controls);

    private readonly StringBuilder _token = new();
    private SearchValues<char> _specials = s_straight;
    private bool _hasName;
    private bool _isOddName;
    private bool _isNoted;

    private static bool IsQuote(char character) => character is '"' or '\'' or '`' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '‚';

    private bool StartScalar(char first)
    {
        EmitName();
        if (!IsQuote(first))
        {
            _place = MenderPlace.Bare;
            _token.Clear();
            return true;
        }

        Position++;
        _place = MenderPlace.Text;
        _sink.StartText();
        StartQuoted(first);
        if (first != '"')
        {
            _sink.Repair(OutputRepairKind.Quotes, "other quotes were read as double ones");
        }

        return true;
    }

    private bool StartName(char first)
    {
        _token.Clear();
        _isOddName = first != '"';
        if (!IsQuote(first))
        {
            _place = MenderPlace.BareName;
            return true;
        }

        Position++;
        _place = MenderPlace.NameText;
        StartQuoted(first);
        return true;
    }

    private void StartQuoted(char first)
    {
        _isNoted = false;
        _specials = first switch
        {
            '"' => s_straight,
            '\'' => s_single,
            '`' => s_backtick,
            '‘' or '’' or '‚' => s_singleTypographic,
            _ => s_double,
        };
    }

    private bool StepText()
    {
        var rest = _text.Span[Position..];
        var length = rest.IndexOfAny(_specials);
        if (length != 0)
        {
            length = length < 0 ? rest.Length : length;

            // Half of a pair waits for the other half.
            length -= length == rest.Length && !_isFinal && rest.Length > 0 && char.IsHighSurrogate(rest[^1]) ? 1 : 0;
            Emit(rest[..length]);
            Position += length;
            return length > 0 && Left > 0;
        }

        return rest[0] switch
        {
            '\\' => StepEscape(rest),
            < ' ' => StepControl(rest),
            _ => StepQuote(rest),
        };
    }

    private void Emit(ReadOnlySpan<char> part)
    {
        if (_place == MenderPlace.NameText)
        {
            _token.Append(part);
        }
        else
        {
            _sink.Text(part);
        }
    }

    private bool StepControl(ReadOnlySpan<char> rest)
    {
        Emit(rest[..1]);
        Position++;
        NoteOnce(OutputRepairKind.Escape, "a line break or control character was escaped");
        return true;
    }

    private bool StepQuote(ReadOnlySpan<char> rest)
    {
        if (IsEnd(rest[1..]) is not { } isEnd)
        {
            return false;
        }

        Position++;
        if (!isEnd)
        {
            Emit(rest[..1]);
            NoteOnce(OutputRepairKind.Quotes, "a quote within a text was escaped");
            return true;
        }

        if (_place == MenderPlace.NameText)
        {
            _hasName = true;
            _place = MenderPlace.Colon;
        }
        else
        {
            _sink.EndText();
            _place = MenderPlace.After;
        }

        return true;
    }

    private bool StepEscape(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || (rest[1] is 'u' && rest.Length < EscapeLength * 2))
        {
            if (!_isFinal)
            {
                return false;
            }

            if (rest.Length < 2 || (rest[1] is 'u' && rest.Length < EscapeLength))
            {
                Position = _text.Length;
                return false;
            }
        }

        Span<char> decoded = stackalloc char[2];
        var (used, length) = Decode(rest, decoded);
        Emit(decoded[..length]);
        Position += used;
        return true;
    }

    // How many characters the escape takes, and how many it stands for.
    private (int Used, int Length) Decode(ReadOnlySpan<char> rest, Span<char> decoded)
    {
        const int simpleLength = 2;
        decoded[0] = rest[1] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => rest[1],
            _ => '\0',
        };
        if (decoded[0] != '\0')
        {
            return (simpleLength, 1);
        }

        if (rest[1] == 'u' && CodeUnit(rest) is { } unit)
        {
            return DecodePair(rest, unit, decoded);
        }

        NoteOnce(OutputRepairKind.Escape, "an escape that JSON does not know was read as it is");
        if (rest[1] is '\n' or '\r')
        {
            return (rest is [_, '\r', '\n', ..] ? simpleLength + 1 : simpleLength, 0);
        }

        // A quote or a sign of Markdown; else, as in a path or a pattern, the backslash was meant.
        if (IsQuote(rest[1]) || rest[1] is '_' or '*' or '#' or '[' or ']' or '(' or ')' or '{' or '}' or '~' or '>' or '$' or '&')
        {
            decoded[0] = rest[1];
            return (simpleLength, 1);
        }

        decoded[0] = '\\';
        return (1, 1);
    }

    private (int Used, int Length) DecodePair(ReadOnlySpan<char> rest, char unit, Span<char> decoded)
    {
        decoded[0] = unit;
        if (!char.IsSurrogate(unit))
        {
            return (EscapeLength, 1);
        }

        var second =
            rest.Length >= EscapeLength * 2 && rest[EscapeLength] == '\\' && rest[EscapeLength + 1] == 'u'
                ? CodeUnit(rest[EscapeLength..])
                : null;
        if (second is { } low && char.IsSurrogatePair(unit, low))
        {
            decoded[1] = low;
            return (EscapeLength * 2, 2);
        }

        NoteOnce(OutputRepairKind.Escape, "half of a surrogate pair was replaced");
        decoded[0] = '\uFFFD';
        return (EscapeLength, 1);
    }

    private static char? CodeUnit(ReadOnlySpan<char> escape) =>
        escape.Length >= EscapeLength
        && ushort.TryParse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private void NoteOnce(OutputRepairKind kind, string what)
    {
        if (_place == MenderPlace.NameText)
        {
            _isOddName = true;
        }
        else if (!_isNoted)
        {
            _isNoted = true;
            _sink.Repair(kind, what);
        }
    }

    private void EmitName()
    {
        if (!_hasName)
        {
            return;
        }

        _hasName = false;
        _sink.Name(_token.ToString());
        if (_isOddName)
        {
            _sink.Repair(OutputRepairKind.Quotes, "the name was put in double quotes");
        }
    }

    private void DropName()
    {
        _hasName = false;
        _sink.Repair(OutputRepairKind.Punctuation, $"'{Short(_token.ToString())}' has no value and was dropped");
    }

    private static string Short(string text) => text.Length <= Window ? text : text[..Window] + "…";
}
