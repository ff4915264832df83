using System.Reflection;
using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Diagnostics;

/// <summary>Every rule of the compiler, found where it is declared.</summary>
internal static class RuleCatalogue
{
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        .. typeof(PromptCompiler)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticRule))
            .Select(field => (DiagnosticRule)field.GetValue(obj: null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
