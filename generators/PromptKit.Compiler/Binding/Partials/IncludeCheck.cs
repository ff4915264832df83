using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>Finds the includes of one file that mean nothing, never end, or become too large.</summary>
internal static class IncludeCheck
{
    /// <returns>Whether the file's partials can be written out.</returns>
    public static bool Run(TemplateFrame frame, IEnumerable<IncludeNode> includes, PartialLibrary library, DiagnosticBag diagnostics)
    {
        var size = IncludeSize.None with { Characters = frame.Text.Content.Length };
        foreach (var include in includes)
        {
            if (library.Find(frame.Folder, include.Name) is not { } partial)
            {
                ReportUnknown(frame, include, library, diagnostics);
            }
            else if (library.SizeOf(partial) is not { } added)
            {
                ReportCycle(frame, include, partial, library, diagnostics);
            }
            // What is too large by itself is reported there.
            else if (!added.IsTooLarge)
            {
                size = size.With(added);
                if (size.Excess is { } excess)
                {
                    diagnostics.Add(PartialRules.TooLarge, include.NameRange, excess);
                    return false;
                }
            }
        }

        return true;
    }

    private static void ReportUnknown(TemplateFrame frame, IncludeNode include, PartialLibrary library, DiagnosticBag diagnostics)
    {
        var reachable = PartialNames.Reachable(frame.Folder, library.Names);
        diagnostics.Add(
            PartialRules.UnknownPartial,
            include.NameRange,
            include.Name,
            Text.Spelling.Suggest(include.Name, reachable),
            PartialNames.FileOf(include.Name)
        );
    }

    // One mistake: the first file of the cycle, by name, reports it.
    private static void ReportCycle(
        TemplateFrame frame,
        IncludeNode include,
        PartialFile partial,
        PartialLibrary library,
        DiagnosticBag diagnostics
    )
    {
        if (
            frame.Partial is { } self
            && library.FindWay(partial, self) is { } way
            && way.All(file => string.CompareOrdinal(self.Name, file.Name) <= 0)
        )
        {
            var names = way.Prepend(self).Select(file => file.ShortFileName);
            diagnostics.Add(PartialRules.Cycle, include.NameRange, self.ShortFileName, string.Join(" → ", names));
        }
    }
}
