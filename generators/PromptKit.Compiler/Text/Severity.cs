namespace PromptKit.Compiler.Text;

internal enum Severity
{
    Info,
    Warning,
    Error,
}
