using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>What compiling one file gives.</summary>
/// <param name="HintName">A file name for the C#, unique in the project.</param>
/// <param name="Code">The C#; null when the file gives none.</param>
/// <param name="JsonTypes">The generated types that JSON is read into, fully qualified.</param>
/// <param name="Diagnostics">What is wrong with the file, in its order.</param>
internal sealed record CompiledPrompt(
    string HintName,
    string? Code,
    EquatableArray<string> JsonTypes,
    EquatableArray<PromptDiagnostic> Diagnostics
);
