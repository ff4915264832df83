namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value that rendering code computes, every decision about it made.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether it may be null in C#.</param>
internal abstract record BoundExpression(BoundType Type, bool IsNullable);
