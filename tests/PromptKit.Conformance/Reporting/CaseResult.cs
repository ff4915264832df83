using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance.Reporting;

/// <summary>What became of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">How it counts.</param>
/// <param name="Explanation">The diagnostics or the differences, and why they are as they should be; empty when it passed.</param>
internal sealed record CaseResult(SpecCase Case, Outcome Outcome, string Explanation)
{
    // A construct of templates, a value that cannot be printed.
    private static readonly string[] NotYet = ["PK3005", "PK4003"];

    /// <summary>The diagnostics, each once; empty unless there are any.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public static CaseResult Pass(SpecCase specCase) =>
        DeliberateRefusals.Find(specCase) is { } refusal
            ? Fail(specCase, $"It passes, but {nameof(DeliberateRefusals)} lists it as refused ({refusal.Reason}): remove it there.")
            : new CaseResult(specCase, Outcome.Passed, "");

    public static CaseResult Fail(SpecCase specCase, string explanation) => new(specCase, Outcome.Failed, explanation);

    /// <summary>The result of a case that the compiler reports errors for.</summary>
    public static CaseResult Refuse(SpecCase specCase, IEnumerable<string> ids, string errors)
    {
        var distinct = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Refuse(specCase, distinct, errors) with { Ids = distinct };
    }

    private static CaseResult Refuse(SpecCase specCase, List<string> ids, string errors)
    {
        if (DeliberateRefusals.Find(specCase) is { } refusal)
        {
            return ids.SequenceEqual(refusal.Ids, StringComparer.Ordinal)
                ? new CaseResult(specCase, Outcome.Refused, $"{refusal.Reason} [{errors}]")
                : Fail(specCase, $"It should be refused with {string.Join(", ", refusal.Ids)} and nothing else, but: {errors}");
        }

        return ids.TrueForAll(NotYet.Contains)
            ? new CaseResult(specCase, Outcome.NotCompiledYet, errors)
            : Fail(specCase, $"Refused, and {nameof(DeliberateRefusals)} does not say why: {errors}");
    }
}
