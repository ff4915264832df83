using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>
/// Finds the block that no <c>end</c> closes: Scriban's parser misses it at the end of the file, which is not where it is to be mended.
/// </summary>
internal static class BlockCheck
{
    private static readonly HashSet<string> Openers = new(
        ["if", "for", "while", "case", "capture", "with", "wrap", "func", "tablerow"],
        StringComparer.Ordinal
    );

    /// <returns>The keyword that opens the innermost block without an end; null when there is none.</returns>
    public static TextRange? FindUnclosed(PromptText text, TextRange body) => Find(text, body).Unclosed;

    /// <returns>The first <c>else</c> or <c>when</c> outside of any block; null when there is none.</returns>
    public static TextRange? FindStray(PromptText text, TextRange body) => Find(text, body).Stray;

    private static (TextRange? Unclosed, TextRange? Stray) Find(PromptText text, TextRange body)
    {
        TextRange? stray = null;
        var open = new Stack<TextRange>();
        var isStart = false;
        foreach (var token in new Lexer(text.Content, text.Path, TemplateParser.StartAt(text, body)))
        {
            if (token.Type == TokenType.Identifier)
            {
                var range = new TextRange(token.Start.Offset, token.End.Offset + 1);
                var word = text[range];
                // `for.index` opens nothing.
                if ((isStart && Openers.Contains(word) && text.Content[range.End] != '.') || word == "do")
                {
                    open.Push(range);
                }
                else if (isStart && word is "else" or "when" && open.Count == 0)
                {
                    stray ??= range;
                }
                else if (isStart && word == "end" && open.Count > 0)
                {
                    open.Pop();
                }
            }

            isStart = token.Type is TokenType.CodeEnter or TokenType.NewLine or TokenType.SemiColon;
        }

        return (open.Count > 0 ? open.Peek() : null, stray);
    }
}
