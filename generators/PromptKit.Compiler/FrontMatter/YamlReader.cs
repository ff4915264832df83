using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Reads the front matter's YAML. When it is broken, each top-level block is read alone, and only the broken one is lost.</summary>
internal static class YamlReader
{
    private const int MaximumLength = 256 * 1024;

    public static YamlReading Read(PromptText text, TextRange yaml, DiagnosticBag diagnostics)
    {
        if (yaml.Length > MaximumLength)
        {
            diagnostics.Add(FrontMatterRules.TooLong, new TextRange(yaml.Start, yaml.Start), MaximumLength / 1024);
            return Lost(yaml, [""]);
        }

        if (Attempt(text, yaml) is { Problem: null } whole)
        {
            return new YamlReading(RootMap(whole, yaml, diagnostics), []);
        }

        return ReadBlocks(text, yaml, diagnostics);
    }

    private static YamlReading ReadBlocks(PromptText text, TextRange yaml, DiagnosticBag diagnostics)
    {
        var entries = new List<MapEntry>();
        var lost = new List<string>();
        foreach (var block in YamlBlocks.Split(text.Content, yaml))
        {
            var attempt = Attempt(text, block);
            if (attempt.Problem is { } problem)
            {
                diagnostics.Add(problem.Rule, problem.Range, problem.Arguments);
                lost.Add(YamlBlocks.KeyOf(text.Content, block));
                continue;
            }

            foreach (var entry in RootMap(attempt, block, diagnostics).Entries)
            {
                if (entries.Exists(earlier => earlier.Key.Value == entry.Key.Value))
                {
                    diagnostics.Add(FrontMatterRules.DuplicateKey, entry.Key.Range, entry.Key.Value);
                    continue;
                }

                entries.Add(entry);
            }
        }

        return new YamlReading(new MapNode(entries.ToEquatableArray(), yaml), lost);
    }

    // Our own pass comes first: it places what the YAML library misplaces, and keeps from it what it is slow on.
    private static YamlAttempt Attempt(PromptText text, TextRange range) =>
        YamlSyntaxCheck.FirstProblem(text.Content, range) is { } problem
            ? new YamlAttempt(null, [], problem)
            : YamlTreeBuilder.Build(text.Content, range);

    private static MapNode RootMap(YamlAttempt attempt, TextRange range, DiagnosticBag diagnostics)
    {
        foreach (var mistake in attempt.Mistakes)
        {
            diagnostics.Add(mistake.Rule, mistake.Range, mistake.Arguments);
        }

        switch (attempt.Root)
        {
            case null or ScalarNode { IsNull: true }:
                return MapNode.Empty(range);
            case MapNode map:
                return map;
            case ScalarNode { IsPlain: true } scalar when YamlMessages.MissingBlank(scalar.Value) is { } explanation:
                diagnostics.Add(FrontMatterRules.Syntax, scalar.Range, explanation);
                return MapNode.Empty(range);
            default:
                diagnostics.Add(FrontMatterRules.NotAMap, attempt.Root.Range, attempt.Root.Kind);
                return MapNode.Empty(range);
        }
    }

    private static YamlReading Lost(TextRange yaml, IReadOnlyList<string> keys) => new(MapNode.Empty(yaml), keys);
}
