using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler;

/// <summary>What compiling a tool gives.</summary>
/// <param name="HintName">A file name for the C#, unique in the project.</param>
/// <param name="Code">The C#.</param>
/// <param name="Outline">What prompts need to know of it.</param>
internal sealed record CompiledTool(string HintName, string Code, ToolOutline Outline);
