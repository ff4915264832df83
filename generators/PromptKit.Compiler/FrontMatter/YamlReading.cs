namespace PromptKit.Compiler.FrontMatter;

/// <summary>What could be read of a front matter.</summary>
/// <param name="Root">The top-level map, without the blocks that are broken.</param>
/// <param name="LostKeys">The keys of the broken blocks. What depends on them is unknown, not wrong.</param>
internal sealed record YamlReading(MapNode Root, IReadOnlyList<string> LostKeys);
