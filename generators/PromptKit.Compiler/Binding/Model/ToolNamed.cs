namespace PromptKit.Compiler.Binding.Model;

/// <summary>An enum or an object type of the user's.</summary>
/// <param name="Name">The name of its <see cref="ToolDeclaration"/>.</param>
/// <param name="Code">The type as code writes it, fully qualified, without <c>?</c>.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record ToolNamed(string Name, string Code, bool IsValueType, bool IsNullable) : ToolType(Code, IsNullable);
