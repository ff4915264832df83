using Microsoft.CodeAnalysis.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators;

/// <summary>
/// Reads <c>promptkit_diagnostic.PK4203.severity</c> of a file's <c>.editorconfig</c> sections: Roslyn's own keys do not reach files
/// that are no C# (dotnet/roslyn#31916).
/// </summary>
internal static class SeverityOptions
{
    private const string Prefix = "promptkit_diagnostic.";
    private const string Suffix = ".severity";

    public static EquatableArray<SeveritySetting> Read(AnalyzerConfigOptions options) =>
        options
            .Keys.Where(key =>
                key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
                && key.Length > Prefix.Length + Suffix.Length
            )
            .OrderBy(key => key, StringComparer.Ordinal)
            .Select(key => Read(options, key))
            .OfType<SeveritySetting>()
            .ToEquatableArray();

    private static SeveritySetting? Read(AnalyzerConfigOptions options, string key)
    {
        options.TryGetValue(key, out var value);
        var id = key.Substring(Prefix.Length, key.Length - Prefix.Length - Suffix.Length).ToUpperInvariant();
        return value?.Trim().ToLowerInvariant() switch
        {
            "error" => new SeveritySetting(id, Severity.Error),
            "warning" => new SeveritySetting(id, Severity.Warning),
            "suggestion" or "info" or "silent" => new SeveritySetting(id, Severity.Info),
            "none" => new SeveritySetting(id, Severity: null),
            _ => null,
        };
    }
}
