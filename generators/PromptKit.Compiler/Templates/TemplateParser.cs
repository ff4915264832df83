using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>Parses a template with Scriban's parser and lowers the result to our own nodes.</summary>
internal static class TemplateParser
{
    private const int MaximumErrors = 20;

    /// <returns>Null when the template cannot be parsed; the diagnostics say why.</returns>
    public static TemplateModel? Parse(PromptText text, TextRange body, DiagnosticBag diagnostics)
    {
        // Scriban's lexer cannot start at the end of a text.
        if (body.Length == 0)
        {
            return TemplateModel.Empty;
        }

        if (!TagCheck.Run(text, body, diagnostics) || !ForeignTagCheck.Run(text, body, diagnostics))
        {
            return null;
        }

        var template = Template.Parse(text.Content, text.Path, lexerOptions: StartAt(text, body));
        if (template.HasErrors)
        {
            ReportSyntaxErrors(text, body, template, diagnostics);
            return null;
        }

        EmptyLineCheck.Run(text, body, diagnostics);
        return TemplateLowering.Lower(template.Page!, diagnostics);
    }

    /// <summary>Scriban then counts from the start of the file, so that its positions are ours.</summary>
    public static LexerOptions StartAt(PromptText text, TextRange body) =>
        LexerOptions.Default with
        {
            StartPosition = new TextPosition(body.Start, text.LineOf(body.Start), text.ColumnOf(body.Start)),
        };

    // Scriban's spans of what it does not expect may be empty: the word there is what to look at.
    private static TextRange WordAt(string content, int start)
    {
        while (start < content.Length - 1 && content[start] is ' ' or '\t')
        {
            start++;
        }

        while (start > 0 && IsInWord(content, start) && IsInWord(content, start - 1))
        {
            start--;
        }

        var end = start;
        while (end < content.Length && IsInWord(content, end))
        {
            end++;
        }

        return new TextRange(start, Math.Min(Math.Max(end, start + 1), content.Length));
    }

    private static bool IsInWord(string content, int at) =>
        at < content.Length && (char.IsLetterOrDigit(content[at]) || content[at] == '_');

    // The first error of each tag: what follows in the same tag is mostly its echo.
    private static void ReportSyntaxErrors(PromptText text, TextRange body, Template template, DiagnosticBag diagnostics)
    {
        var seenTags = new HashSet<int>();
        var reported = 0;
        var left = 0;
        var last = default(TextRange);
        foreach (var message in template.Messages.Where(message => message.Type == ParserMessageType.Error))
        {
            var range = ScribanSpans.ToRange(message.Span, text.Content.Length);
            if (range.Length <= 1)
            {
                range = WordAt(text.Content, range.Start);
            }

            if (!seenTags.Add(text.Content.LastIndexOf("{{", Math.Max(0, range.Start - 1), StringComparison.Ordinal)))
            {
                continue;
            }

            if (reported == MaximumErrors)
            {
                left++;
                last = left == 1 ? range : last;
                continue;
            }

            reported++;
            if (ScribanMessages.IsMissingEnd(message.Message) && BlockCheck.FindUnclosed(text, body) is { } opener)
            {
                diagnostics.Add(TemplateRules.BlockNeverClosed, opener, text[opener]);
                continue;
            }

            if (ScribanMessages.IsMissingEnd(message.Message) && BlockCheck.FindStray(text, body) is { } stray)
            {
                diagnostics.Add(
                    TemplateRules.Syntax,
                    stray,
                    $"This '{text[stray]}' belongs to no block. Remove it, or open one before it."
                );
                continue;
            }

            diagnostics.Add(TemplateRules.Syntax, range, ScribanMessages.Explain(message.Message));
        }

        if (left > 0)
        {
            diagnostics.Add(TemplateRules.TooManyErrors, last, left);
        }
    }
}
