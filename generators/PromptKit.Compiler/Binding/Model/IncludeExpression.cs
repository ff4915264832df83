namespace PromptKit.Compiler.Binding.Model;

/// <summary>The text of a partial, which a <see cref="BoundFunction"/> before it writes.</summary>
internal sealed record IncludeExpression(string Function, BoundType Type) : BoundExpression(Type, IsNullable: false);
