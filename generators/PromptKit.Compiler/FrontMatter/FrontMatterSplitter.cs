using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Splits a file into front matter and template. Only <c>#</c> lines may stand above the first fence.</summary>
internal static class FrontMatterSplitter
{
    private const string Fence = "---";

    /// <returns>Null when the front matter is never closed: then nobody can tell where the template starts.</returns>
    public static FrontMatterSplit? Split(PromptText text, DiagnosticBag diagnostics)
    {
        var content = text.Content;
        var opening = FirstLineThatIsNoComment(content);
        if (!IsFence(content, opening))
        {
            opening = FirstLineThatIsNeitherCommentNorBlank(content);
            if (!IsFence(content, opening))
            {
                return new FrontMatterSplit(null, TextRange.At(0), new TextRange(0, content.Length));
            }

            // It would be sent to the model as text. Reading goes on as if it stood right, so that this stays the only mistake.
            diagnostics.Add(FrontMatterRules.FenceBelowBlankLines, new TextRange(opening, opening + Fence.Length));
        }

        var fence = new TextRange(opening, opening + Fence.Length);
        var yamlStart = NextLine(content, opening);
        for (var line = yamlStart; line < content.Length; line = NextLine(content, line))
        {
            if (IsFence(content, line))
            {
                return new FrontMatterSplit(fence, new TextRange(yamlStart, line), new TextRange(NextLine(content, line), content.Length));
            }
        }

        diagnostics.Add(FrontMatterRules.NotClosed, fence);
        return null;
    }

    private static int FirstLineThatIsNoComment(string content)
    {
        var line = 0;
        while (line < content.Length && content[line] == '#')
        {
            line = NextLine(content, line);
        }

        return line;
    }

    private static int FirstLineThatIsNeitherCommentNorBlank(string content)
    {
        var line = 0;
        while (line < content.Length && (content[line] == '#' || LineIsBlank(content, line)))
        {
            line = NextLine(content, line);
        }

        return line;
    }

    private static bool LineIsBlank(string content, int line) => content.Substring(line, LineEnd(content, line) - line).Trim().Length == 0;

    private static bool IsFence(string content, int line) =>
        string.CompareOrdinal(content, line, Fence, 0, Fence.Length) == 0
        && content.Substring(line + Fence.Length, LineEnd(content, line) - line - Fence.Length).Trim().Length == 0;

    private static int LineEnd(string content, int line)
    {
        var end = content.IndexOf('\n', line);
        return end < 0 ? content.Length : end;
    }

    private static int NextLine(string content, int line) => Math.Min(LineEnd(content, line) + 1, content.Length);
}
