using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PromptKit.Compiler;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators;

/// <summary>Hands results to Roslyn: the only place where its diagnostics and locations are made.</summary>
internal static class PromptOutput
{
    private const string HelpBase = "https://github.com/promptkit-dotnet/promptkit/blob/main/generators/diagnostics/";

    public static void Emit(SourceProductionContext context, CompiledPrompt prompt)
    {
        if (prompt.Code is { } code)
        {
            context.AddSource(prompt.HintName, SourceText.From(code, Encoding.UTF8));
        }
    }

    public static void EmitTool(SourceProductionContext context, CompiledTool tool) =>
        context.AddSource(tool.HintName, SourceText.From(tool.Code, Encoding.UTF8));

    public static void EmitAll(SourceProductionContext context, EquatableArray<GeneratedFile> files)
    {
        foreach (var file in files)
        {
            context.AddSource(file.HintName, SourceText.From(file.Code, Encoding.UTF8));
        }
    }

    public static void Report(SourceProductionContext context, PromptDiagnostic diagnostic) =>
        context.ReportDiagnostic(
            Diagnostic.Create(
                diagnostic.Rule.Id,
                "PromptKit",
                diagnostic.Message,
                ToRoslyn(diagnostic.Severity),
                ToRoslyn(diagnostic.Severity),
                isEnabledByDefault: true,
                warningLevel: diagnostic.Severity == Severity.Error ? 0 : 1,
                title: diagnostic.Rule.Title,
                helpLink: HelpBase + diagnostic.Rule.Id + ".md",
                location: ToLocation(diagnostic.Place)
            )
        );

    private static Location ToLocation(SourcePlace place) =>
        place == SourcePlace.None
            ? Location.None
            : Location.Create(
                place.Path,
                new TextSpan(place.Start, place.Length),
                new LinePositionSpan(new LinePosition(place.StartLine, place.StartColumn), new LinePosition(place.EndLine, place.EndColumn))
            );

    private static DiagnosticSeverity ToRoslyn(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
