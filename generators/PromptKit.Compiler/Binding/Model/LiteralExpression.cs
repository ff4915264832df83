namespace PromptKit.Compiler.Binding.Model;

/// <summary>A constant: a <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or null.</summary>
internal sealed record LiteralExpression(object? Value, BoundType Type) : BoundExpression(Type, Value is null);
