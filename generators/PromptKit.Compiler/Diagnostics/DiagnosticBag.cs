using System.Globalization;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Diagnostics;

/// <summary>Collects the mistakes of one file while a stage runs over it.</summary>
internal sealed class DiagnosticBag(PromptText text)
{
    // A message names what it is about; a text of a thousand characters names nothing.
    private const int LongestArgument = 200;

    private readonly List<PromptDiagnostic> _diagnostics = [];

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    public int Count => _diagnostics.Count;

    public void Add(DiagnosticRule rule, TextRange range, params object[] arguments) =>
        _diagnostics.Add(
            new PromptDiagnostic(
                rule,
                text.Locate(range),
                string.Format(CultureInfo.InvariantCulture, rule.Message, Array.ConvertAll(arguments, Shorten))
            )
        );

    /// <summary>Takes over what an earlier stage found.</summary>
    public void AddRange(IEnumerable<PromptDiagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>What was collected, in the order of the file.</summary>
    public EquatableArray<PromptDiagnostic> ToArray() =>
        _diagnostics
            .OrderBy(diagnostic => diagnostic.Place.Start)
            .ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
            // A part that is bound twice is still one mistake.
            .Distinct()
            .ToEquatableArray();

    private static object Shorten(object argument) =>
        argument is string { Length: > LongestArgument } value ? Cut(value, LongestArgument) + "…" : argument;

    // Not between the halves of a character.
    private static string Cut(string value, int length) =>
        value.Substring(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length);
}
