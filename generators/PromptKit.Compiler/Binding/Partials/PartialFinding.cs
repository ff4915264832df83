using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>A mistake that was found in a file while a file that includes it was bound.</summary>
/// <param name="Steps">The includes that lead to it, the outermost first; none for the bound file itself.</param>
/// <param name="Diagnostic">The mistake, placed where it was found.</param>
internal sealed record PartialFinding(EquatableArray<IncludeStep> Steps, PromptDiagnostic Diagnostic)
{
    /// <summary>What two findings of the same mistake have in common.</summary>
    public string Key(int from)
    {
        var places = Steps.Skip(from).Select(step => step.Place).Append(Diagnostic.Place);
        return Diagnostic.Rule.Id + string.Concat(places.Select(place => $"|{place.Path}:{place.Start}"));
    }
}
