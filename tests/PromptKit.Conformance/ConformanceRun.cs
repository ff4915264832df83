using PromptKit.Conformance.Compiling;
using PromptKit.Conformance.Reporting;
using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance;

/// <summary>The one run that all tests look at.</summary>
internal static class ConformanceRun
{
    private static readonly Lazy<IReadOnlyList<SpecCase>> ReadCases = new(() =>
        SpecFolder.Path is { } folder ? SpecFolder.Read(folder) : []
    );

    private static readonly Lazy<IReadOnlyDictionary<string, CaseResult>> RunCases = new(() =>
        CaseBatch.Run(Cases).ToDictionary(result => result.Case.Name, StringComparer.Ordinal)
    );

    /// <summary>Empty when the environment names no folder.</summary>
    public static IReadOnlyList<SpecCase> Cases => ReadCases.Value;

    public static IReadOnlyDictionary<string, CaseResult> Results => RunCases.Value;
}
