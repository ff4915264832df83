using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Diagnostics;

/// <summary>One mistake, placed in the file that it is in.</summary>
internal sealed record PromptDiagnostic(DiagnosticRule Rule, SourcePlace Place, string Message)
{
    /// <summary>The rule's severity, or the one that the user set for the file.</summary>
    public Severity Severity { get; init; } = Rule.Severity;
}
