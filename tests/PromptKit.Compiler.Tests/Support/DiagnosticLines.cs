using System.Globalization;
using System.Text;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>Writes diagnostics as golden files hold them: one line each, lines and columns from 1 as editors count them.</summary>
internal static class DiagnosticLines
{
    public static string Write(IEnumerable<PromptDiagnostic> diagnostics, bool withFiles = false)
    {
        var lines = string.Concat(diagnostics.Select(diagnostic => (withFiles ? FileOf(diagnostic) : "") + Write(diagnostic) + "\n"));
        return lines.Length > 0 ? lines : "(no diagnostics)\n";
    }

    private static string FileOf(PromptDiagnostic diagnostic) => diagnostic.Place.Path[TestCompiler.Folder.Length..];

    private static string Write(PromptDiagnostic diagnostic)
    {
        var (place, rule) = (diagnostic.Place, diagnostic.Rule);
        var range = string.Create(
            CultureInfo.InvariantCulture,
            $"({place.StartLine + 1},{place.StartColumn + 1})-({place.EndLine + 1},{place.EndColumn + 1})"
        );
        return $"{range} {NameOf(rule.Severity)} {rule.Id}: {OneLine(diagnostic.Message)}";
    }

    private static string NameOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };

    private static string OneLine(string message)
    {
        var line = new StringBuilder(message.Length);
        foreach (var character in message)
        {
            _ = character switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ when char.IsControl(character) => line.Append("\\u")
                    .Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => line.Append(character),
            };
        }

        return line.ToString();
    }
}
