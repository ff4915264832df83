namespace PromptKit.Conformance.ScribanPairs;

/// <summary>What may become of a case.</summary>
internal enum ScribanOutcome
{
    /// <summary>It compiles and renders exactly what Scriban renders; message edges aside.</summary>
    Rendered,

    /// <summary>It is an error of the build, at the construct.</summary>
    Refused,

    /// <summary>It compiles, and fails when it is rendered as Scriban's does.</summary>
    FailedAlike,

    /// <summary>Neither.</summary>
    Wrong,
}
