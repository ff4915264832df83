namespace PromptKit.Conformance.ScribanPairs;

/// <summary>What became of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">Whether it rendered as it should, or was refused, or neither.</param>
/// <param name="Reason">The diagnostic that refused it, or what is wrong.</param>
internal sealed record ScribanResult(ScribanCase Case, ScribanOutcome Outcome, string Reason);
