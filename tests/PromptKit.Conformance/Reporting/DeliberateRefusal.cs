namespace PromptKit.Conformance.Reporting;

/// <summary>Why a case of the specification is refused on purpose.</summary>
/// <param name="Reason">What the reference does, and why it is an error here.</param>
/// <param name="Ids">The diagnostics, all of them, in the order of their numbers.</param>
internal sealed record DeliberateRefusal(string Reason, params string[] Ids);
