using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Faults;

/// <summary>What an author got wrong in a tag that Scriban's parser cannot read.</summary>
internal sealed record SyntaxFault(DiagnosticRule Rule, TextRange Range, EquatableArray<string> Arguments)
{
    public static SyntaxFault Of(DiagnosticRule rule, TextRange range, params string[] arguments) =>
        new(rule, range, arguments.ToEquatableArray());
}
