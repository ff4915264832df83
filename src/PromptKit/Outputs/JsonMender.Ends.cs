namespace PromptKit.Outputs;

/// <content>Where a text ends: at the quote that is followed by what follows a text.</content>
internal sealed partial class JsonMender<TSink>
{
    /// <summary>Whether a quote ends the text.</summary>
    /// <param name="behind">What is behind the quote.</param>
    /// <returns>Null when that is not known yet.</returns>
    private bool? IsEnd(ReadOnlySpan<char> behind)
    {
        if (_isObject.Count == 0)
        {
            return true;
        }

        var index = Blanks(behind);
        if (index >= behind.Length)
        {
            return _isFinal || behind.Length > Window ? true : null;
        }

        if (index > Window)
        {
            return true;
        }

        var rest = behind[index..];
        return _place == MenderPlace.NameText ? IsEndOfName(rest) : IsEndOfValue(rest);
    }

    private bool? IsEndOfName(ReadOnlySpan<char> rest) =>
        rest[0] switch
        {
            ':' or '=' or ',' or '}' or '{' or '[' or '#' => true,
            '/' => IsComment(rest),
            var next => char.IsAsciiDigit(next) || IsQuote(next),
        };

    /// <summary>Whether a slash begins a comment.</summary>
    private bool? IsComment(ReadOnlySpan<char> rest) => rest.Length > 1 ? rest[1] is '/' or '*' : (_isFinal ? false : null);

    private bool? IsEndOfValue(ReadOnlySpan<char> rest)
    {
        var isObject = _isObject.Peek();
        switch (rest[0])
        {
            case '}' or ']' or '#' or ';':
                return true;
            case '/':
                return IsComment(rest);
            case ',':
                return !isObject ? true : IsName(rest[1..], isQuoteEnough: true);
            case '`':
                return rest.StartsWith(Fence) ? true
                    : rest.Length < Fence.Length && !_isFinal ? null
                    : IsNext(rest, isObject);
            default:
                return IsNext(rest, isObject);
        }
    }

    // A comma may be missing.
    private bool? IsNext(ReadOnlySpan<char> rest, bool isObject) =>
        isObject ? IsName(rest, isQuoteEnough: false) : IsQuote(rest[0]) || rest[0] is '{' or '[';

    /// <summary>Whether a member's name, or the end of the object, follows.</summary>
    private bool? IsName(ReadOnlySpan<char> rest, bool isQuoteEnough)
    {
        var index = Blanks(rest);
        if (index >= rest.Length)
        {
            return _isFinal || index > Window ? true : null;
        }

        rest = rest[index..];
        var first = rest[0];
        if (first is '}' or ',' or '/' or '#' or ']' or '…' || rest.StartsWith("...") || (isQuoteEnough && IsQuote(first)))
        {
            return true;
        }

        var isQuoted = IsQuote(first);
        if (!isQuoted && !char.IsLetterOrDigit(first) && first is not ('_' or '$' or '@'))
        {
            return false;
        }

        // A name and its colon, or what is noted between them.
        var isClosed = false;
        for (var at = 1; at < rest.Length && at <= Window; at++)
        {
            var character = rest[at];
            if (character is ':' or '=' || (isClosed && character is '/' or '#') || (!isQuoted && rest[at..] is ['/', '/' or '*', ..]))
            {
                return true;
            }

            isClosed |= isQuoted && IsQuote(character);
            if (isQuoted ? character is ',' or '{' or '}' || (character == '\n' && !isClosed) : !IsPartOfName(character))
            {
                return false;
            }
        }

        return rest.Length > Window || _isFinal ? false : null;
    }

    private static bool IsPartOfName(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '.' or ' ' or '"' or '\'';

    private static int Blanks(ReadOnlySpan<char> text)
    {
        var index = 0;
        while (index < text.Length && index <= Window && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }
}
