using System.Text.RegularExpressions;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema;

namespace PromptKit.Compiler.Binding;

/// <summary>Finds inputs that neither the template, nor its partials, nor a variant reads: callers compute them for nothing.</summary>
internal static class UnusedInputs
{
    private const int MostWarnings = 20;

    public static void Check(PromptParts parts, BoundSchema input, BoundTemplate template, DiagnosticBag diagnostics)
    {
        var mentions = parts.Links.VariantMentions;
        if (
            diagnostics.HasErrors
            || template.IsBroken
            || parts.Template is null
            || parts.Names is { Variant: not null }
            || input.IsWrapped
            || parts.FrontMatter.InputSchema is not MapNode schema
            || mentions.Contains(PromptOutline.Anything)
        )
        {
            return;
        }

        var read = new HashSet<string>(template.ReadInputs.Concat(mentions), StringComparer.Ordinal);
        var ranges = InputNames.RangesIn(schema);
        foreach (var name in input.Record!.Members.Select(member => member.JsonName).Where(name => !read.Contains(name)).Take(MostWarnings))
        {
            var place = ranges.TryGetValue(name, out var range) ? range : schema.Range;
            diagnostics.Add(BindingRules.UnusedInput, place, name, HintOf(parts, name));
        }
    }

    // `{name}` and `${name}` are text.
    private static string HintOf(PromptParts parts, string name)
    {
        if (parts.Template!.Nodes.FirstOrDefault() is not { } first)
        {
            return "";
        }

        var braces = new Regex(
            $@"(?<!\{{)\$?\{{ ?{Regex.Escape(name)} ?\}}(?!\}})",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        ).Match(parts.Text.Content, first.Range.Start);
        return braces.Success ? $" In line {parts.Text.LineOf(braces.Index) + 1}, '{braces.Value}' is text." : "";
    }
}
