using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>What compiling a project gives.</summary>
/// <param name="Prompts">The results, one a <c>.prompt</c> file, in the order that they were given.</param>
/// <param name="Common">The files that belong to all prompts together.</param>
/// <param name="SchemaDiagnostics">What is wrong with the <c>_schemas.yaml</c> files.</param>
internal sealed record CompiledProject(
    EquatableArray<CompiledPrompt> Prompts,
    EquatableArray<GeneratedFile> Common,
    EquatableArray<PromptDiagnostic> SchemaDiagnostics
);
