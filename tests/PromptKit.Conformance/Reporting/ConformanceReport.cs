using System.Globalization;
using System.Text;

namespace PromptKit.Conformance.Reporting;

/// <summary>The report of a run, for people, in Markdown.</summary>
internal static class ConformanceReport
{
    private const string Conventions = """
        # Conformance with the specification of dotprompt

        How cases are read:

        * The edges of messages are trimmed; the role `model` is `assistant`; metadata of messages is left out.
        * A template without a role is one message: a user message in the reference and in one-shot calls, so it is compared as one.
        * The history is put where `history` stands, else after the preamble, as a session does. A template with `media` or `history` and no
          role begins with the user's, which is the reference's default. Where a medium's type is left open, it is what the address says.
        * Handlebars tags are written in Scriban: `~` as `-`, `name=value` as `name: value`, blocks, comments and partials word by word.
        * Inputs without a schema get one from the data of the suite, members that some data lacks optional. Context values are inputs.
        * An input that a schema requires and a case does not give is made up.
        * `options`, and `schemas`, stand in the front matter and in `_schemas.yaml`. The other members of `raw` are compared with what
          became of them. An `input.default` is compared by what it renders to.

        """;

    public static string Write(IReadOnlyCollection<CaseResult> results)
    {
        var report = new StringBuilder(Conventions.ReplaceLineEndings("\n")).Append('\n').Append(Table(results));
        foreach (var outcome in new[] { Outcome.Failed, Outcome.Refused, Outcome.NotCompiledYet })
        {
            var cases = results.Where(result => result.Outcome == outcome).ToList();
            if (cases.Count > 0)
            {
                report.Append(CultureInfo.InvariantCulture, $"\n## {Title(outcome)}\n\n{ByDiagnostic(cases)}");
                cases.ForEach(result => report.Append(CultureInfo.InvariantCulture, $"* {result.Case.Name}: {result.Explanation}\n"));
            }
        }

        return report.ToString();
    }

    /// <summary>The numbers by file.</summary>
    public static string Table(IReadOnlyCollection<CaseResult> results)
    {
        var outcomes = Enum.GetValues<Outcome>();
        var rows = results
            .GroupBy(result => result.Case.File, StringComparer.Ordinal)
            .Append(results.GroupBy(_ => "all", StringComparer.Ordinal).Single())
            .Select(group =>
                Row(group.Key, [.. outcomes.Select(outcome => group.Count(result => result.Outcome == outcome)), group.Count()])
            );
        return string.Concat(
            rows.Prepend($"|{string.Concat(Enumerable.Repeat("---|", outcomes.Length + 2))}\n")
                .Prepend($"| file | {string.Join(" | ", outcomes.Select(Title))} | Cases |\n")
        );
    }

    private static string ByDiagnostic(IEnumerable<CaseResult> results)
    {
        var counts = results
            .SelectMany(result => result.Ids)
            .CountBy(id => id, StringComparer.Ordinal)
            .OrderByDescending(count => count.Value);
        var text = string.Join(", ", counts.Select(count => $"{count.Key} in {count.Value}"));
        return text.Length > 0 ? $"By diagnostic, in how many cases: {text}.\n\n" : "";
    }

    private static string Row(string file, IEnumerable<int> numbers) => $"| {file} | {string.Join(" | ", numbers)} |\n";

    private static string Title(Outcome outcome) =>
        outcome switch
        {
            Outcome.Passed => "Passed",
            Outcome.Refused => "Refused on purpose",
            Outcome.NotCompiledYet => "Not compiled yet",
            _ => "Failed",
        };
}
