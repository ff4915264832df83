namespace PromptKit.Compiler.Binding.Model;

/// <summary>A C# type in the signature of a tool: one that has JSON.</summary>
/// <param name="Code">The type as code writes it, fully qualified, without <c>?</c>.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal abstract record ToolType(string Code, bool IsNullable)
{
    public string FullCode => IsNullable ? Code + "?" : Code;
}
