using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Diagnostics;

/// <summary>Gives diagnostics the severities that the user set for the file; silenced rules drop out.</summary>
internal static class SeverityRating
{
    public static EquatableArray<PromptDiagnostic> Rate(
        this EquatableArray<PromptDiagnostic> diagnostics,
        EquatableArray<SeveritySetting> settings
    ) =>
        settings.Count == 0
            ? diagnostics
            : diagnostics.Select(diagnostic => Rate(diagnostic, settings)).OfType<PromptDiagnostic>().ToEquatableArray();

    private static PromptDiagnostic? Rate(PromptDiagnostic diagnostic, EquatableArray<SeveritySetting> settings)
    {
        var setting = settings.FirstOrDefault(setting => setting.Id == diagnostic.Rule.Id);
        return setting is null ? diagnostic
            : setting.Severity is { } severity ? diagnostic with { Severity = severity }
            : null;
    }
}
