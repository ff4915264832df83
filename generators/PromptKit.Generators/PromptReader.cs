using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators;

/// <summary>Reads what MSBuild and the compiler hand over into plain values.</summary>
internal static class PromptReader
{
    private const string SchemaFileName = "_schemas.yaml";
    private const string Metadata = "build_metadata.AdditionalFiles.";

    public static bool IsPrompt(AdditionalText file) => file.Path.EndsWith(".prompt", StringComparison.OrdinalIgnoreCase);

    public static bool IsSchemaFile(AdditionalText file) =>
        Path.GetFileName(file.Path).Equals(SchemaFileName, StringComparison.OrdinalIgnoreCase);

    public static ProjectSettings ReadProject(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        SettingsReader.Read(ReadProperties(options));

    public static ProjectProperties ReadProperties(AnalyzerConfigOptionsProvider options) =>
        new(
            Property(options, "PromptKitNamespace"),
            Property(options, "RootNamespace"),
            Property(options, "PromptKitClassName"),
            Property(options, "PromptKitAccessibility")
        );

    public static PromptSource ReadFile(
        (AdditionalText File, AnalyzerConfigOptionsProvider Options) item,
        CancellationToken cancellationToken
    )
    {
        var (file, options) = item;
        var fileOptions = options.GetOptions(file);
        return new PromptSource(
            file.Path,
            ProjectPath(file.Path, Decode(fileOptions, "PromptKitPath")),
            file.GetText(cancellationToken)?.ToString() ?? "",
            ReadProject(options, cancellationToken),
            Decode(fileOptions, "PromptKitRoot"),
            SeverityOptions.Read(fileOptions)
        );
    }

    // MSBuild takes items that differ by case alone for one when it sets their metadata; the compiler's path has the right letters.
    private static string ProjectPath(string path, string? projectPath) =>
        projectPath is null ? Path.GetFileName(path)
        : path.EndsWith(projectPath, StringComparison.OrdinalIgnoreCase) ? path.Substring(path.Length - projectPath.Length)
        : projectPath;

    // Base64, because the compiler cuts values at '#' and ';'.
    private static string? Decode(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Metadata + name, out var encoded) && encoded.Length > 0
            ? Encoding.UTF8.GetString(Convert.FromBase64String(encoded))
            : null;

    private static string? Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;
}
