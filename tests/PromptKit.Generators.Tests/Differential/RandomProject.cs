using Scriban;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>A random template with the partials that it includes.</summary>
/// <param name="Variant">The variant of the prompt that it is; the names of its partials start with it.</param>
/// <param name="Template">The template.</param>
/// <param name="Partials">The partials by name, each with its front matter.</param>
internal sealed record RandomProject(string Variant, string Template, IReadOnlyDictionary<string, string> Partials)
{
    /// <summary>The prompt's file and those of the partials.</summary>
    public IEnumerable<(string ProjectPath, string Content)> Files =>
        Partials
            .Select(partial => ($"_{partial.Key}.prompt", Without(partial.Value)))
            .Prepend(($"t.{Variant}.prompt", "---\ndescription: x\n---\n" + Without(Template)));

    /// <summary>The variant that a file belongs to.</summary>
    public static string VariantOf(string fileName) =>
        fileName.StartsWith('_') ? fileName[1..^".prompt".Length].TrimEnd('a', 'b', 'c', 'd') : fileName.Split('.')[1];

    /// <summary>The template for Scriban, and its loader.</summary>
    public (Template Template, PartialLoader Partials) Parse() =>
        (Scriban.Template.Parse(Template.ReplaceLineEndings("\n")), new PartialLoader(Partials));

    public override string ToString() =>
        $"TEMPLATE\n{JsonText.Quote(Template)}\n{string.Concat(Partials.Select(partial => $"_{partial.Key}: {JsonText.Quote(partial.Value)}\n"))}";

    private static string Without(string text) => text.Replace(RandomTemplate.Omitted, "", StringComparison.Ordinal);
}
