using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Reads the front matter's YAML. When it is broken, each top-level block is read alone, and only the broken one is lost.</summary>
internal static class YamlReader
{
    private const int MaximumLength = 256 * 1024;

    public static YamlReading Read(PromptText text, TextRange yaml, YamlSubject subject, DiagnosticBag diagnostics)
    {
        if (yaml.Length > MaximumLength)
        {
            diagnostics.Add(FrontMatterRules.TooLong, new TextRange(yaml.Start, yaml.Start), MaximumLength / 1024);
            return Lost(yaml);
        }

        if (Attempt(text, yaml) is { Problem: null } whole)
        {
            return RootMap(whole, yaml, subject, diagnostics) is { } root ? new YamlReading(root, []) : Lost(yaml);
        }

        return ReadBlocks(text, yaml, subject, diagnostics);
    }

    private static YamlReading ReadBlocks(PromptText text, TextRange yaml, YamlSubject subject, DiagnosticBag diagnostics)
    {
        var entries = new List<MapEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
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

            if (RootMap(attempt, block, subject, diagnostics) is not { } map)
            {
                lost.Add("");
                continue;
            }

            foreach (var entry in map.Entries)
            {
                if (keys.Add(entry.Key.Value))
                {
                    entries.Add(entry);
                }
                else
                {
                    diagnostics.Add(FrontMatterRules.DuplicateKey, entry.Key.Range, entry.Key.Value);
                }
            }
        }

        return new YamlReading(new MapNode(entries.ToEquatableArray(), yaml), lost);
    }

    // Our own pass comes first: it places what the YAML library misplaces, and keeps from it what it is slow on.
    private static YamlAttempt Attempt(PromptText text, TextRange range) =>
        YamlSyntaxCheck.FirstProblem(text.Content, range) is { } problem
            ? new YamlAttempt(null, [], problem)
            : YamlTreeBuilder.Build(text.Content, range);

    // Null when it is no map: then any key may have been meant.
    private static MapNode? RootMap(YamlAttempt attempt, TextRange range, YamlSubject subject, DiagnosticBag diagnostics)
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
                return null;
            default:
                diagnostics.Add(
                    FrontMatterRules.NotAMap,
                    attempt.Root.Range,
                    subject.Name,
                    subject.Members,
                    attempt.Root.Kind,
                    subject.Remedy
                );
                return null;
        }
    }

    private static YamlReading Lost(TextRange yaml) => new(MapNode.Empty(yaml), [""]);
}
