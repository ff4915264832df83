using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Reads values of a given type and reports those of another.</summary>
internal sealed class ValueReader(DiagnosticBag diagnostics)
{
    public Located<string>? String(MapEntry entry)
    {
        if (entry.Value is ScalarNode { IsString: true } scalar && scalar.Value.Trim().Length > 0)
        {
            return new Located<string>(scalar.Value, scalar.Range);
        }

        ReportWrongType(entry, "a string");
        return null;
    }

    public Located<long>? Count(MapEntry entry, long minimum)
    {
        if ((entry.Value as ScalarNode)?.AsInteger() is not { } count)
        {
            ReportWrongType(entry, $"an integer of at least {minimum}");
            return null;
        }

        if (count >= minimum && count <= int.MaxValue)
        {
            return new Located<long>(count, entry.Value.Range);
        }

        diagnostics.Add(FrontMatterRules.OutOfRange, entry.Value.Range, entry.Key.Value, $"an integer of at least {minimum}", count);
        return null;
    }

    public MapNode? Map(MapEntry entry)
    {
        if (entry.Value is MapNode map)
        {
            return map;
        }

        ReportWrongType(entry, "a map");
        return null;
    }

    public ListNode? List(MapEntry entry)
    {
        if (entry.Value is ListNode list)
        {
            return list;
        }

        ReportWrongType(entry, "a list");
        return null;
    }

    public void CheckKeys(MapNode map, string owner, string[] known)
    {
        var remedy = $" It may hold {string.Join(", ", known.Select(key => $"'{key}'"))}.";
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            ReportUnknown(entry.Key, known, owner, remedy);
        }
    }

    public void ReportUnknown(ScalarNode key, IEnumerable<string> known, string? owner, string remedy)
    {
        var suggestion = Spelling.Suggest(key.Value, known);
        var place = owner is null ? "" : $" in '{owner}'";
        diagnostics.Add(FrontMatterRules.UnknownKey, key.Range, key.Value, place, suggestion.Length > 0 ? suggestion : remedy);
    }

    // An absent value has no extent of its own: the key is what the user sees.
    private void ReportWrongType(MapEntry entry, string expected) =>
        diagnostics.Add(
            FrontMatterRules.WrongType,
            entry.Value.Range.Length > 0 ? entry.Value.Range : entry.Key.Range,
            entry.Key.Value,
            expected,
            entry.Value is ScalarNode { IsPlain: false } scalar && scalar.Value.Trim().Length == 0 ? "empty" : entry.Value.Kind
        );
}
