using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>
/// Our own pass over YAML source, line by line. It finds what the YAML library misplaces, reads as something else without a word, or is
/// slow on: brackets and quotes that are never closed, tabs, ": " inside plain text, nesting that is too deep.
/// </summary>
internal sealed class YamlSyntaxCheck
{
    private const int MaximumDepth = 32;

    private readonly string _content;
    private readonly int _end;
    private int _position;

    private YamlSyntaxCheck(string content, TextRange range)
    {
        _content = content;
        _position = range.Start;
        _end = range.End;
    }

    private char Current => _position < _end ? _content[_position] : '\n';

    public static YamlProblem? FirstProblem(string content, TextRange range) => new YamlSyntaxCheck(content, range).Run();

    private YamlProblem? Run()
    {
        var indents = new Stack<int>();
        while (_position < _end)
        {
            var lineStart = _position;
            SkipSpaces();
            if (Current == '\t')
            {
                return new YamlProblem(FrontMatterRules.TabIndentation, new TextRange(_position, _position + 1));
            }

            if (Current is '\n' or '#')
            {
                NextLine();
                continue;
            }

            var indent = _position - lineStart;
            while (indents.Count > 0 && indents.Peek() > indent)
            {
                indents.Pop();
            }

            if (indents.Count == 0 || indents.Peek() < indent)
            {
                indents.Push(indent);
            }

            if (indents.Count > MaximumDepth)
            {
                return TooDeep(_position);
            }

            if (CheckLine(lineStart, indent) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private YamlProblem? CheckLine(int lineStart, int indent)
    {
        if (indent == 0 && Unsupported(lineStart) is { } unsupported)
        {
            return unsupported;
        }

        var dashes = SkipDashes();
        if (dashes > MaximumDepth)
        {
            return TooDeep(_position);
        }

        var keyStart = _position;
        if (Current == '?' && (_position + 1 >= _end || _content[_position + 1] is ' ' or '\n'))
        {
            return new YamlProblem(
                FrontMatterRules.UnsupportedYaml,
                new TextRange(_position, _position + 1),
                "a complex key ('? …')",
                "use a plain name"
            );
        }

        if (Current is '"' or '\'' or '[' or '{')
        {
            // A quoted key, or a value of a list.
            if (SkipQuotedOrFlow() is { } problem)
            {
                return problem;
            }

            if (Current != ':')
            {
                NextLine();
                return null;
            }
        }
        else if (!SkipPlainKey())
        {
            NextLine();
            return null;
        }

        _position++;
        SkipSpaces();
        return CheckValue(keyStart, dashes > 0 ? keyStart - lineStart : indent);
    }

    // What stands at the start of a line and is no content: the rest of the front matter would be read as another document, or not at all.
    private YamlProblem? Unsupported(int lineStart)
    {
        var line = new TextRange(lineStart, EndOfPlain(lineStart));
        var text = _content.Substring(line.Start, line.Length);
        return text switch
        {
            "..." => new YamlProblem(FrontMatterRules.UnsupportedYaml, line, "a document end ('...')", "remove it"),
            _ when text.StartsWith("%", StringComparison.Ordinal) => new YamlProblem(
                FrontMatterRules.UnsupportedYaml,
                line,
                $"a directive ('{text}')",
                "remove it"
            ),
            _ => null,
        };
    }

    private YamlProblem? CheckValue(int keyStart, int indent)
    {
        switch (Current)
        {
            case '\n' or '#':
                break;
            case '\t':
                return new YamlProblem(FrontMatterRules.TabIndentation, new TextRange(_position, _position + 1));
            case '"' or '\'' or '[' or '{':
                var opener = Current;
                if ((SkipQuotedOrFlow() ?? CheckBehind(opener)) is { } problem)
                {
                    return problem;
                }

                break;
            case '|' or '>':
                SkipBlockScalar(indent);
                return null;
            default:
                return CheckPlainValue(keyStart);
        }

        NextLine();
        return null;
    }

    private YamlProblem? CheckBehind(char opener)
    {
        if (Current is '\n' or '#' or '\t')
        {
            return null;
        }

        var closer = opener switch
        {
            '[' or '{' => Closing(opener),
            _ => opener,
        };
        var remedy =
            closer == '\'' && _content[_position - 1] == closer
                ? "inside single quotes write '' for an apostrophe"
                : "remove it, or quote the whole value";
        var behind = new TextRange(_position, EndOfPlain(_position));
        return new YamlProblem(FrontMatterRules.Syntax, behind, $"text stands behind the closing {closer}; {remedy}");
    }

    private YamlProblem? CheckPlainValue(int keyStart)
    {
        var start = _position;
        var end = EndOfPlain(start);
        var value = _content.Substring(start, end - start);
        if (value.Length == 0 || value[0] is '!' or '&' or '*')
        {
            // A line end of the kind '\r' is all there is. Or the tree builder refuses tags, anchors and aliases by name; text behind them is no
            // mistake of its own.
            NextLine();
            return null;
        }

        if (value.Contains(": ") || value.EndsWith(":", StringComparison.Ordinal))
        {
            var key = _content.Substring(keyStart, start - keyStart).TrimEnd(' ', ':');
            return new YamlProblem(FrontMatterRules.ColonInPlainText, new TextRange(start, end), Quoted(key, value));
        }

        if (value[0] is '@' or '`' or '%')
        {
            var key = _content.Substring(keyStart, start - keyStart).TrimEnd(' ', ':');
            return new YamlProblem(FrontMatterRules.ReservedStart, new TextRange(start, end), value[0], Quoted(key, value));
        }

        NextLine();
        return null;
    }

    private static string Quoted(string key, string value) => $"{key}: \"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private int EndOfPlain(int start)
    {
        var end = start;
        while (end < _end && _content[end] != '\n' && !(_content[end] == '#' && end > start && _content[end - 1] is ' ' or '\t'))
        {
            end++;
        }

        while (end > start && _content[end - 1] is ' ' or '\t' or '\r')
        {
            end--;
        }

        return end;
    }

    // Stops at the ':' that ends the key; false when the line has none.
    private bool SkipPlainKey()
    {
        for (var i = _position; i < _end && _content[i] != '\n'; i++)
        {
            if (_content[i] == '#' && i > _position && _content[i - 1] == ' ')
            {
                return false;
            }

            if (_content[i] == ':' && (i + 1 >= _end || _content[i + 1] is ' ' or '\n' or '\t'))
            {
                _position = i;
                return true;
            }
        }

        return false;
    }

    private YamlProblem? SkipQuotedOrFlow()
    {
        var opener = _position;
        if (Current is '"' or '\'')
        {
            return SkipQuoted() ? null : NeverClosed(opener, _content[opener]);
        }

        var openers = new Stack<int>();
        var tokenStarts = true;
        for (; _position < _end; _position++)
        {
            var character = _content[_position];
            if (character is '"' or '\'' && tokenStarts)
            {
                var quote = _position;
                if (!SkipQuoted())
                {
                    return NeverClosed(quote, character);
                }

                _position--;
                tokenStarts = false;
                continue;
            }

            if (character is '[' or '{')
            {
                openers.Push(_position);
                if (openers.Count > MaximumDepth)
                {
                    return TooDeep(_position);
                }
            }
            else if (character is ']' or '}')
            {
                var open = openers.Pop();
                if (_content[open] != (character == ']' ? '[' : '{'))
                {
                    return NeverClosed(open, Closing(_content[open]));
                }

                if (openers.Count == 0)
                {
                    _position++;
                    SkipSpaces();
                    return null;
                }
            }
            else if (character == '#' && _content[_position - 1] is ' ' or '\n' or '\t')
            {
                NextLine();
                _position--;
            }

            tokenStarts = character is '[' or '{' or ',' or ':' || (tokenStarts && char.IsWhiteSpace(character));
        }

        return NeverClosed(openers.Peek(), Closing(_content[openers.Peek()]));
    }

    // False when the quote is never closed. Otherwise behind it and the blanks that follow.
    private bool SkipQuoted()
    {
        var quote = _content[_position];
        for (_position++; _position < _end; _position++)
        {
            if (_content[_position] == '\\' && quote == '"')
            {
                _position++;
            }
            else if (_content[_position] == quote)
            {
                if (quote == '\'' && _position + 1 < _end && _content[_position + 1] == quote)
                {
                    _position++;
                    continue;
                }

                _position++;
                SkipSpaces();
                return true;
            }
        }

        return false;
    }

    private void SkipBlockScalar(int indent)
    {
        NextLine();
        while (_position < _end)
        {
            var lineStart = _position;
            SkipSpaces();
            if (Current != '\n' && _position - lineStart <= indent)
            {
                _position = lineStart;
                return;
            }

            NextLine();
        }
    }

    private int SkipDashes()
    {
        var dashes = 0;
        while (Current == '-' && (_position + 1 >= _end || _content[_position + 1] is ' ' or '\n'))
        {
            dashes++;
            _position++;
            SkipSpaces();
        }

        return dashes;
    }

    private void SkipSpaces()
    {
        while (_position < _end && _content[_position] == ' ')
        {
            _position++;
        }
    }

    private void NextLine()
    {
        var newLine = _position < _end ? _content.IndexOf('\n', _position, _end - _position) : -1;
        _position = newLine < 0 ? _end : newLine + 1;
    }

    private static char Closing(char opener) => opener == '[' ? ']' : '}';

    private YamlProblem NeverClosed(int opener, char closer) =>
        new(FrontMatterRules.NeverClosed, new TextRange(opener, opener + 1), _content[opener], closer);

    private static YamlProblem TooDeep(int offset) => new(FrontMatterRules.TooDeep, new TextRange(offset, offset + 1), MaximumDepth);
}
