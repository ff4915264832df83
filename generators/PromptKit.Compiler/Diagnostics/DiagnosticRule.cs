using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Diagnostics;

/// <summary>One kind of mistake. Its page is <c>generators/diagnostics/{Id}.md</c>.</summary>
/// <param name="Id"><c>PK</c> and four digits; the first names the stage, see the table in <c>generators/diagnostics/README.md</c>.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Message">A composite format: what is wrong here, naming the offender, and what to write instead.</param>
/// <param name="Severity">The severity when the user sets none.</param>
internal sealed record DiagnosticRule(string Id, string Title, string Message, Severity Severity)
{
    public static DiagnosticRule Error(string id, string title, string message) => new(id, title, message, Severity.Error);

    public static DiagnosticRule Info(string id, string title, string message) => new(id, title, message, Severity.Info);

    public static DiagnosticRule Warning(string id, string title, string message) => new(id, title, message, Severity.Warning);
}
