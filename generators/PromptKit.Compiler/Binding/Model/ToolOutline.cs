namespace PromptKit.Compiler.Binding.Model;

/// <summary>What prompts need to know of a tool, of this project or of one that it references.</summary>
/// <param name="Name">What prompts and models call it.</param>
/// <param name="Access">The property that gives it, fully qualified.</param>
/// <param name="Hash">A hash of what models are told of it.</param>
internal sealed record ToolOutline(string Name, string Access, string Hash)
{
    /// <summary>The property of another referenced project that gives a tool of the same name; null when there is none.</summary>
    public string? Rival { get; init; }
}
