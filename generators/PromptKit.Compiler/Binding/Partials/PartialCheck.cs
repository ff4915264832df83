using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What is wrong with a partial whoever includes it.</summary>
/// <param name="Diagnostics">The mistakes, to be reported in the partial.</param>
/// <param name="Keys">Of what was found in its template and in what that includes, the keys: whoever includes it finds them again.</param>
/// <param name="IsBroken">Whether nothing that includes it can be rendered.</param>
internal sealed record PartialCheck(EquatableArray<PromptDiagnostic> Diagnostics, IReadOnlyCollection<string> Keys, bool IsBroken)
{
    // What a partial's front matter may hold, and what to do with the rest.
    private static readonly Dictionary<string, string> Remedies = new(StringComparer.Ordinal)
    {
        ["name"] = "Its name is that of its file: rename that.",
        ["output"] = "Move it to the prompts that include it.",
        ["metadata"] = "Move it to the prompts that include it.",
    };

    public static PartialCheck Run(PartialFile file, PartialLibrary library)
    {
        var diagnostics = new DiagnosticBag(file.Text);
        diagnostics.AddRange(file.Diagnostics);
        CheckKeys(file, diagnostics);
        var parameters = library.ParametersOf(file);
        diagnostics.AddRange(parameters.Diagnostics);
        var canExpand = IncludeCheck.Run(
            new TemplateFrame(file.Text, file.Folder, "") { Partial = file },
            file.Includes,
            library,
            diagnostics
        );
        if (file.Template is null || !canExpand)
        {
            return new PartialCheck(diagnostics.ToArray(), [], IsBroken: true);
        }

        var template = TemplateBinder.BindAlone(file, parameters, library, diagnostics);
        return new PartialCheck(
            diagnostics.ToArray(),
            new HashSet<string>(template.Findings.Select(finding => finding.Key(0)), StringComparer.Ordinal),
            template.IsBroken || diagnostics.HasErrors
        );
    }

    private static void CheckKeys(PartialFile file, DiagnosticBag diagnostics)
    {
        foreach (var key in (file.FrontMatter?.Keys ?? default).Where(key => key.Value is not ("description" or "input")))
        {
            var remedy = Remedies.TryGetValue(key.Value, out var known) ? known : "Move it to the prompts that include it.";
            diagnostics.Add(PartialRules.Key, key.Range, key.Value, remedy);
        }

        if (file.FrontMatter?.InputDefault is { } defaults)
        {
            diagnostics.Add(
                PartialRules.Key,
                defaults.Range,
                "default",
                "Leave the argument optional, and write '$name ?? …' where it is read."
            );
        }
    }
}
