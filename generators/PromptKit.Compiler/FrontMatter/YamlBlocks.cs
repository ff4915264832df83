using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>The top-level blocks of a broken front matter: each from a line that starts at column 0 to the next.</summary>
internal static class YamlBlocks
{
    public static IEnumerable<TextRange> Split(string content, TextRange yaml)
    {
        var start = yaml.Start;
        for (var line = yaml.Start; line < yaml.End; line = NextLine(content, line, yaml.End))
        {
            if (line > start && StartsBlock(content[line]))
            {
                yield return new TextRange(start, line);
                start = line;
            }
        }

        if (start < yaml.End)
        {
            yield return new TextRange(start, yaml.End);
        }
    }

    /// <summary>The block's key, or the empty string when it has none that can be read.</summary>
    public static string KeyOf(string content, TextRange block)
    {
        var end = block.Start;
        while (end < block.End && (char.IsLetterOrDigit(content[end]) || content[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return content.Substring(block.Start, end - block.Start);
    }

    private static bool StartsBlock(char first) => first is not (' ' or '\t' or '\n' or '\r' or '#' or '}' or ']' or '-' or ':');

    private static int NextLine(string content, int line, int end)
    {
        var newLine = content.IndexOf('\n', line, end - line);
        return newLine < 0 ? end : newLine + 1;
    }
}
