using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PromptKit.Compiler;

namespace PromptKit.Generators;

/// <summary>Reads what MSBuild and the compiler hand over into plain values.</summary>
internal static class PromptReader
{
    public static bool IsPrompt(AdditionalText file) => file.Path.EndsWith(".prompt", StringComparison.OrdinalIgnoreCase);

    public static ProjectSettings ReadProject(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var namespaceName = Property(options, "PromptKitNamespace") ?? Property(options, "RootNamespace") ?? "";
        return new ProjectSettings(namespaceName);
    }

    public static PromptSource ReadFile(
        (AdditionalText File, AnalyzerConfigOptionsProvider Options) item,
        CancellationToken cancellationToken
    )
    {
        var (file, options) = item;
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.PromptKitPath", out var encoded);
        var path = string.IsNullOrEmpty(encoded) ? Path.GetFileName(file.Path) : Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        return new PromptSource(file.Path, path, file.GetText(cancellationToken)?.ToString() ?? "", new ProjectSettings(""));
    }

    public static PromptSource ReadSource((PromptSource Source, ProjectSettings Project) item, CancellationToken cancellationToken) =>
        item.Source with
        {
            Project = item.Project,
        };

    private static string? Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;
}
