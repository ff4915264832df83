using System.Text.RegularExpressions;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Faults;
using PromptKit.Compiler.Text;
using Scriban.Parsing;

namespace PromptKit.Compiler.Templates;

/// <summary>Reports what Scriban's parser could not read: the first error of each tag, as what follows in the same tag is mostly its echo.</summary>
internal sealed class SyntaxErrors(PromptText text, TextRange body, DiagnosticBag diagnostics)
{
    private const int MaximumErrors = 20;

    // Of `for.count`, Scriban's span is `for`.
    private static readonly Regex LoopMember = new(@"\G(?:for|while)\s*\.\s*\w+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly List<TagTokens> _tags = [.. TagTokens.In(text, body)];
    private readonly HashSet<int> _seenTags = [];

    private int _reported;
    private int _left;
    private TextRange _last;

    public void Report(IEnumerable<LogMessage> messages)
    {
        var errors = messages.Where(message => message.Type == ParserMessageType.Error).ToLookup(IsMissingEnd);
        foreach (var message in errors[false])
        {
            Report(message);
        }

        // Where another tag cannot be read, it may be the block's end.
        if (_reported == 0 && errors[true].FirstOrDefault() is { } first)
        {
            var fault = ExplainMissingEnd(first);
            diagnostics.Add(fault.Rule, fault.Range, [.. fault.Arguments]);
        }

        if (_left > 0)
        {
            diagnostics.Add(TemplateRules.TooManyErrors, _last, _left);
        }
    }

    private static bool IsMissingEnd(LogMessage message) => ScribanMessages.IsMissingEnd(message.Message);

    private void Report(LogMessage message)
    {
        var range = RangeOf(message);
        if (!_seenTags.Add(TagStart(range)))
        {
            return;
        }

        if (_reported == MaximumErrors)
        {
            _left++;
            _last = _left == 1 ? range : _last;
            return;
        }

        _reported++;
        var fault = Explain(message, range);
        diagnostics.Add(fault.Rule, fault.Range, [.. fault.Arguments]);
    }

    private SyntaxFault Explain(LogMessage message, TextRange range)
    {
        var tag = _tags.FirstOrDefault(tag => tag.Range.Start <= range.Start && range.Start < tag.Range.End);
        if (ScribanMessages.IsStray(message.Message) && KeywordFaults.FindOpener(_tags, range) is { } opener)
        {
            return opener;
        }

        return (tag is null ? null : SyntaxFaults.Find(tag))
            ?? SyntaxFault.Of(TemplateRules.Syntax, range, ScribanMessages.Explain(message.Message));
    }

    private SyntaxFault ExplainMissingEnd(LogMessage message)
    {
        if (BlockCheck.FindUnclosed(text, body) is { } opener)
        {
            var tag = _tags.FirstOrDefault(tag => tag.Range.Start <= opener.Start && opener.Start < tag.Range.End);
            return (tag is null ? null : StatementFaults.FindThen(tag))
                ?? SyntaxFault.Of(TemplateRules.BlockNeverClosed, opener, text[opener]);
        }

        return BlockCheck.FindStray(text, body) is { } stray
            ? SyntaxFault.Of(TemplateRules.Syntax, stray, $"This '{text[stray]}' belongs to no block. Remove it, or open one before it.")
            : SyntaxFault.Of(TemplateRules.Syntax, RangeOf(message), ScribanMessages.Explain(message.Message));
    }

    private TextRange RangeOf(LogMessage message)
    {
        var range = ScribanSpans.ToRange(message.Span, text.Content.Length);
        range = range.Length <= 1 ? WordAt(text.Content, range.Start) : range;
        var member = LoopMember.Match(text.Content, range.Start);
        return member.Success ? new TextRange(range.Start, range.Start + member.Length) : range;
    }

    private int TagStart(TextRange range) => text.Content.LastIndexOf("{{", Math.Max(0, range.Start - 1), StringComparison.Ordinal);

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
}
