namespace PromptKit.Compiler.Text;

/// <summary>
/// The text of one file, with <c>\r\n</c> read as <c>\n</c> and without a byte order mark, so that the same prompt saved differently
/// compiles to the same code. Knows where each of its characters stands in the file.
/// </summary>
internal sealed class PromptText
{
    private const char ByteOrderMark = '\uFEFF';

    // Where each line starts: in Content, and in the file.
    private readonly List<int> _lineStarts = [0];
    private readonly List<int> _fileLineStarts = [];

    public PromptText(string path, string fileText)
    {
        Path = path;
        var skipped = fileText.Length > 0 && fileText[0] == ByteOrderMark ? 1 : 0;
        _fileLineStarts.Add(skipped);
        Content = Normalise(fileText, skipped);
    }

    /// <summary>The path that the compiler was given.</summary>
    public string Path { get; }

    public string Content { get; }

    public string this[TextRange range] => Content.Substring(range.Start, range.Length);

    /// <summary>The line, from zero, that holds the character at <paramref name="offset"/>.</summary>
    public int LineOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    public int ColumnOf(int offset) => offset - _lineStarts[LineOf(offset)];

    public SourcePlace Locate(TextRange range)
    {
        var (startLine, endLine) = (LineOf(range.Start), LineOf(range.End));
        var (startColumn, endColumn) = (range.Start - _lineStarts[startLine], range.End - _lineStarts[endLine]);
        var fileStart = _fileLineStarts[startLine] + startColumn;
        var fileEnd = _fileLineStarts[endLine] + endColumn;
        return new SourcePlace(Path, fileStart, fileEnd - fileStart, startLine, startColumn, endLine, endColumn);
    }

    private string Normalise(string fileText, int skipped)
    {
        // Without any \n, the \r are the line ends; among \n they are text, as for Scriban.
        var returnsEndLines = fileText.IndexOf('\n') < 0;
        var content = new System.Text.StringBuilder(fileText.Length);
        for (var i = skipped; i < fileText.Length; i++)
        {
            var character = fileText[i];
            if (character == '\r' && i + 1 < fileText.Length && fileText[i + 1] == '\n')
            {
                continue;
            }

            content.Append(character == '\r' && returnsEndLines ? '\n' : character);
            if (character is '\n' or '\r')
            {
                _lineStarts.Add(content.Length);
                _fileLineStarts.Add(i + 1);
            }
        }

        return content.ToString();
    }
}
