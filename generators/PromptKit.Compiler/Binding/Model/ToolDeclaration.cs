namespace PromptKit.Compiler.Binding.Model;

/// <summary>A type of the user's that a tool takes or returns, directly or inside another.</summary>
/// <param name="Name">A name of its own among the tool's types.</param>
/// <param name="Code">The type as code writes it, fully qualified.</param>
/// <param name="Description">What it means; null when nothing says so.</param>
internal abstract record ToolDeclaration(string Name, string Code, string? Description);
