using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler;

/// <summary>PK9xxx: mistakes of PromptKit itself.</summary>
internal static class CompilerRules
{
    public static readonly DiagnosticRule InternalFailure = DiagnosticRule.Error(
        "PK9000",
        "PromptKit failed on this file",
        "PromptKit failed on this file ({0}: {1}). This is a mistake of PromptKit: please report it with the file."
    );
}
