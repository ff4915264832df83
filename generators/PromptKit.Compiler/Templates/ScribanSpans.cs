using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>Scriban's spans as ranges.</summary>
internal static class ScribanSpans
{
    /// <summary>A span's end is its last character, and is missing (before the start) where the parser forgot it.</summary>
    public static TextRange ToRange(SourceSpan span, int contentLength)
    {
        var start = Math.Min(Math.Max(span.Start.Offset, 0), contentLength);
        var end = Math.Min(Math.Max(span.End.Offset + 1, start), contentLength);
        return new TextRange(start, end);
    }
}
