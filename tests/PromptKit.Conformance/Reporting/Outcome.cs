namespace PromptKit.Conformance.Reporting;

internal enum Outcome
{
    Passed,

    /// <summary>The compiler gives errors, as a list in this project says it should.</summary>
    Refused,

    /// <summary>The compiler says that it does not compile this yet.</summary>
    NotCompiledYet,

    /// <summary>Another result than expected, or errors that no list explains.</summary>
    Failed,
}
