using System.Globalization;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Reads the MSBuild properties. A wrong one is reported, and the default stands in for it, so that nothing else breaks.</summary>
internal static class SettingsReader
{
    private const string DefaultClass = "Prompts";
    private const string DefaultAccessibility = "public";

    public static ProjectSettings Read(ProjectProperties properties) =>
        new(
            properties.Namespace is { } name && CSharpName.IsNamespace(name)
                ? name
                : CSharpName.ToNamespace(properties.RootNamespace ?? ""),
            properties.ClassName is { } className && CSharpName.IsIdentifier(className) ? className : DefaultClass,
            IsAccessibility(properties.Accessibility) ? properties.Accessibility! : DefaultAccessibility
        );

    public static IEnumerable<PromptDiagnostic> Check(ProjectProperties properties)
    {
        if (properties.Namespace is { } name && !CSharpName.IsNamespace(name))
        {
            yield return Make("PromptKitNamespace", "a namespace of C#, such as 'App.Prompting'", name);
        }

        if (properties.ClassName is { } className && !CSharpName.IsIdentifier(className))
        {
            yield return Make("PromptKitClassName", $"a name of C#, such as '{DefaultClass}'", className);
        }

        if (properties.Accessibility is { } accessibility && !IsAccessibility(accessibility))
        {
            yield return Make("PromptKitAccessibility", "'public' or 'internal'", accessibility);
        }
    }

    private static bool IsAccessibility(string? value) => value is DefaultAccessibility or "internal";

    private static PromptDiagnostic Make(params string[] arguments) =>
        new(FileRules.BadSetting, SourcePlace.None, string.Format(CultureInfo.InvariantCulture, FileRules.BadSetting.Message, arguments));
}
