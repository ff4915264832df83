using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A map, in the order of the file. Duplicate keys were reported and dropped when it was read.</summary>
internal sealed record MapNode(EquatableArray<MapEntry> Entries, TextRange Range) : FrontMatterNode(Range)
{
    public static MapNode Empty(TextRange range) => new(default, range);

    public override string Kind => "a map";

    public FrontMatterNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}
