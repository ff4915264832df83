using System.Text.RegularExpressions;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Takes from the other files what one prompt needs, and nothing more, so that the rest of them can change freely.</summary>
internal static class PromptLinker
{
    private static readonly Regex Word = new(@"[\p{L}_][\p{L}\p{N}_]*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static PromptOutline Outline(ParsedPrompt prompt) =>
        new(prompt.Names, prompt.Source.ProjectPath, prompt.NamePlace) { Mentions = Mentions(prompt) };

    // Any word may be an input's name: too many only hide a warning.
    private static EquatableArray<string> Mentions(ParsedPrompt prompt) =>
        prompt.Names.Variant is null ? default
        : prompt.Template is not { Includes.Count: 0, ReadsWholeInput: false } ? new EquatableArray<string>([PromptOutline.Anything])
        : Word.Matches(prompt.Source.Content)
            .Cast<Match>()
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(word => word, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The main files of prompts that have variants: the only ones whose content another file depends on.</summary>
    public static EquatableArray<ParsedPrompt> MainsOfVariants(IReadOnlyCollection<ParsedPrompt> prompts)
    {
        var keys = new HashSet<string>(
            prompts.Where(prompt => prompt.Names.Variant is not null).Select(prompt => prompt.Names.MainKey),
            StringComparer.Ordinal
        );
        return prompts
            .Where(prompt => prompt.Names is { Variant: null, IsPartial: false })
            .Where(prompt => keys.Contains(prompt.Names.MainKey) || keys.Contains(prompt.Names.FileKey))
            .ToEquatableArray();
    }

    public static LinkedPrompt Link(
        ParsedPrompt prompt,
        PromptCatalog catalog,
        SchemaFile schemas,
        EquatableArray<ParsedPrompt> mains,
        EquatableArray<ParsedPrompt> partials,
        IncludedPartials included,
        EquatableArray<TakenName> taken,
        ToolCatalog tools
    )
    {
        var outline = catalog.Find(prompt.Source.Path);
        var names = outline.Names;
        var main = names.Variant is null ? null : mains.FirstOrDefault(candidate => candidate.Names.MainKey == names.MainKey);
        var usedTools = UsedTools(main ?? prompt).ToList();
        var isPartial = names.IsPartial;
        var (needed, isMissingOne) = PartialLinker.Closure(prompt, partials);
        var used = needed.Prepend(main ?? prompt).SelectMany(UsedSchemas).Distinct(StringComparer.Ordinal).ToList();
        var standsForMain = !isPartial && NameChecker.StandsForMain(outline, catalog);
        return new LinkedPrompt(
            prompt,
            ProjectNames.WithFreeClass(names, taken),
            main,
            needed,
            new PromptLinks
            {
                Variants =
                    names.Variant is null || standsForMain
                        ? catalog.VariantsOf(names).Select(variant => variant.Names).ToEquatableArray()
                        : default,
                VariantMentions =
                    names.Variant is null && !isPartial
                        ? catalog
                            .VariantsOf(names)
                            .SelectMany(variant => variant.Mentions)
                            .Distinct(StringComparer.Ordinal)
                            .OrderBy(word => word, StringComparer.Ordinal)
                            .ToEquatableArray()
                        : default,
                Schemas = Closure(used, schemas).ToEquatableArray(),
                SchemaNames = used.TrueForAll(name => schemas.Find(name) is not null) ? default : schemas.Names.ToEquatableArray(),
                SchemasAreIncomplete = schemas.IsIncomplete,
                Tools = usedTools.Select(tools.Find).OfType<ToolOutline>().ToEquatableArray(),
                ToolNames = usedTools.TrueForAll(name => tools.Find(name) is not null) ? default : tools.Names.ToEquatableArray(),
                PartialNames = isMissingOne
                    ? partials
                        .Select(partial => PartialNames.NameOf(partial.Names))
                        .OrderBy(name => name, StringComparer.Ordinal)
                        .ToEquatableArray()
                    : default,
                Diagnostics = (
                    isPartial ? PartialLinker.Check(outline, catalog, included) : NameChecker.Check(outline, catalog)
                ).ToEquatableArray(),
                TakenTypes = isPartial ? default : ProjectNames.TakenFrom(names, taken),
                StandsForMain = standsForMain,
                IsShadowed = !isPartial && NameChecker.IsShadowed(outline, catalog),
            }
        );
    }

    /// <summary>The names in a prompt's schemas that are no built-in types.</summary>
    public static IEnumerable<string> UsedSchemas(ParsedPrompt prompt) =>
        new[] { prompt.FrontMatter?.InputSchema, prompt.FrontMatter?.OutputSchema }
            .OfType<FrontMatterNode>()
            .SelectMany(TypeNames)
            .Where(name => Scalars.Find(name) is null)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The tools that a prompt brings along: those that are given with the chat are none of them.</summary>
    public static IEnumerable<string> UsedTools(ParsedPrompt prompt) =>
        (prompt.FrontMatter?.Tools ?? default).Where(tool => !tool.IsSuppliedAtRunTime).Select(tool => tool.Name);

    /// <summary>The tools that a prompt names, those that are given with the chat included.</summary>
    public static IEnumerable<string> NamedTools(ParsedPrompt prompt) => (prompt.FrontMatter?.Tools ?? default).Select(tool => tool.Name);

    /// <summary>Every shared schema among <paramref name="names"/>, and those they use in turn.</summary>
    public static IEnumerable<SchemaDefinition> Closure(IEnumerable<string> names, SchemaFile schemas)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(names);
        while (waiting.Count > 0)
        {
            var name = waiting.Dequeue();
            if (seen.Add(name) && schemas.Find(name) is { } schema)
            {
                yield return schema;
                foreach (var inner in schema.Uses)
                {
                    waiting.Enqueue(inner);
                }
            }
        }
    }

    private static IEnumerable<string> TypeNames(FrontMatterNode node) =>
        node switch
        {
            ScalarNode scalar => [scalar.Value.Split(',')[0].Trim()],
            MapNode map => map.Entries.SelectMany(entry => TypeNames(entry.Value)),
            _ => [],
        };
}
