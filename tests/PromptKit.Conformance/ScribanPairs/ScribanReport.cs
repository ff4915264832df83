using System.Globalization;
using System.Text;

namespace PromptKit.Conformance.ScribanPairs;

/// <summary>The report of the pairs, for people, in Markdown.</summary>
internal static class ScribanReport
{
    public static string Write(IReadOnlyCollection<ScribanResult> results)
    {
        var report = new StringBuilder("# Scriban's own tests\n\nMessage edges are trimmed.\n\n").Append(Table(results));
        foreach (var outcome in new[] { ScribanOutcome.Wrong, ScribanOutcome.FailedAlike, ScribanOutcome.Refused })
        {
            var groups = results
                .Where(result => result.Outcome == outcome)
                .GroupBy(result => result.Reason.Split(':')[0], StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ToList();
            if (groups.Count > 0)
            {
                report.Append(CultureInfo.InvariantCulture, $"\n## {outcome}\n");
            }

            foreach (var group in groups)
            {
                report.Append(CultureInfo.InvariantCulture, $"\n### {group.Key}: {group.Count()}\n\n");
                foreach (var result in group)
                {
                    report.Append(CultureInfo.InvariantCulture, $"* {result.Case.Name} ({result.Case.Kind}): {result.Reason}\n");
                }
            }
        }

        return report.ToString();
    }

    /// <summary>How many cases of each kind came to what.</summary>
    public static string Table(IReadOnlyCollection<ScribanResult> results)
    {
        var outcomes = Enum.GetValues<ScribanOutcome>();
        var rows = results
            .GroupBy(result => result.Case.Kind, StringComparer.Ordinal)
            .Select(group =>
                $"| {group.Key} | {string.Join(" | ", outcomes.Select(outcome => group.Count(result => result.Outcome == outcome)))} |\n"
            );
        var head = $"| Scriban | {string.Join(" | ", outcomes)} |\n|{string.Concat(Enumerable.Repeat("---|", outcomes.Length + 1))}\n";
        return head + string.Concat(rows);
    }
}
