namespace PromptKit.Compiler.Text;

internal enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}
