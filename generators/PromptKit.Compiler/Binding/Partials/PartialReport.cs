using System.Globalization;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>Reports at an include what is wrong with the partial there and nowhere else.</summary>
internal static class PartialReport
{
    /// <param name="findings">What was found in partials while a file was bound.</param>
    /// <param name="library">The partials, which know what is wrong with them anyway.</param>
    public static IEnumerable<PromptDiagnostic> Of(IEnumerable<PartialFinding> findings, PartialLibrary library) =>
        findings
            // A partial is written for several prompts: what is odd in one of them is not in the others.
            .Where(finding => finding.Diagnostic.Rule.Severity == Severity.Error && !IsReportedInPartial(finding, library))
            .Select(AtInclude)
            // A name that is missing is missing wherever the partial reads it.
            .GroupBy(found => (found.Diagnostic.Place, found.Mistake))
            .Select(group => group.First().Diagnostic);

    private static bool IsReportedInPartial(PartialFinding finding, PartialLibrary library) =>
        finding.Steps.Where((step, index) => library.Check(step.Partial).Keys.Contains(finding.Key(index + 1))).Any();

    private static (PromptDiagnostic Diagnostic, string Mistake) AtInclude(PartialFinding finding)
    {
        var (step, found) = (finding.Steps[0], finding.Diagnostic);
        var where = PlaceIn(finding.Steps[finding.Steps.Count - 1].Partial, found.Place);
        if (found.Rule == PartialRules.NotPassed || found.Rule == PartialRules.MessageInText || found.Rule == PartialRules.HistoryInLoop)
        {
            return (found with { Place = step.Place }, found.Message.Replace(where, ""));
        }

        var message = string.Format(
            CultureInfo.InvariantCulture,
            PartialRules.DoesNotFit.Message,
            step.Partial.ShortFileName,
            where,
            found.Message
        );
        return (new PromptDiagnostic(PartialRules.DoesNotFit, step.Place, message), found.Message);
    }

    /// <summary>A place as compilers write it: <c>_tone.prompt(3,5)</c>.</summary>
    public static string PlaceIn(PartialFile partial, SourcePlace place) =>
        string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", partial.ShortFileName, place.StartLine + 1, place.StartColumn + 1);
}
