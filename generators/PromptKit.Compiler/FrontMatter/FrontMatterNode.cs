using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A value of the front matter with the range it stands in: our own tree, so that no later stage sees the YAML library.</summary>
internal abstract record FrontMatterNode(TextRange Range)
{
    /// <summary>What to call this kind of value in a message.</summary>
    public abstract string Kind { get; }
}
