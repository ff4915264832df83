namespace PromptKit.Compiler.Diagnostics;

internal enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}
