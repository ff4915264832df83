using System.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes C# with <c>\n</c> and four blanks a level.</summary>
internal sealed class CodeWriter
{
    /// <summary>Says that what follows stands in no file that anybody wrote.</summary>
    public const string Hidden = "#line hidden";

    private readonly StringBuilder _code = new();
    private int _level;
    private string _directive = "";

    public CodeWriter Line()
    {
        _code.Append('\n');
        return this;
    }

    /// <summary>Writes a line, or several when the text has line breaks, at the current level.</summary>
    public CodeWriter Line(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            _code.Append(' ', line.Length > 0 ? _level * 4 : 0).Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>Writes a line at column 0, as directives want it; what is hidden already is not hidden again.</summary>
    public CodeWriter Directive(string text)
    {
        if (text == Hidden && _directive == Hidden)
        {
            return this;
        }

        _directive = text;
        _code.Append(text).Append('\n');
        return this;
    }

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing the result writes the closing one.</summary>
    /// <param name="header">What stands above the brace.</param>
    /// <param name="end">What stands behind the closing brace.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        return Open(end);
    }

    /// <summary>Writes an opening brace; disposing the result writes the closing one.</summary>
    /// <param name="end">What stands behind the closing brace.</param>
    public Scope Open(string end = "")
    {
        Line("{");
        _level++;
        return new Scope(this, end);
    }

    public override string ToString() => _code.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Scope(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            writer.Line("}" + end);
        }
    }

    /// <summary>Open blocks, closed in reverse.</summary>
    internal sealed class Scopes : IDisposable
    {
        private readonly Stack<Scope> _scopes = [];

        public int Count => _scopes.Count;

        public void Add(Scope scope) => _scopes.Push(scope);

        public void Dispose()
        {
            while (_scopes.Count > 0)
            {
                _scopes.Pop().Dispose();
            }
        }
    }
}
