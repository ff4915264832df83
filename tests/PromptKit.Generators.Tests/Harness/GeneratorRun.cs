using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>What the generator gave for a project, and the project with it.</summary>
internal sealed record GeneratorRun(CSharpCompilation Compilation, GeneratorDriverRunResult Result)
{
    public static IReadOnlyList<string> CommonFiles { get; } = ["Prompts.g.cs", "Prompts.Schemas.g.cs"];

    public IReadOnlyList<Diagnostic> Diagnostics => [.. Result.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    public IReadOnlyDictionary<string, string> Code =>
        Result
            .Results.Single()
            .GeneratedSources.ToDictionary(
                source => source.HintName,
                source => source.SourceText.ToString(),
                StringComparer.OrdinalIgnoreCase
            );

    /// <summary>The file of the only prompt, without those that belong to all prompts together.</summary>
    public string SingleCode => Code.Single(file => !CommonFiles.Contains(file.Key, StringComparer.Ordinal)).Value;

    public LoadedAssembly Load() => LoadedAssembly.Load(Compilation);
}
