using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>Parses a template with Scriban's parser and lowers the result to our own nodes.</summary>
internal static class TemplateParser
{
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
            new SyntaxErrors(text, body, diagnostics).Report(template.Messages);
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
}
