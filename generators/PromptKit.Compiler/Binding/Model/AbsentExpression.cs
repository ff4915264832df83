namespace PromptKit.Compiler.Binding.Model;

/// <summary>A parameter of a partial that was not passed, of a type that no C# type stands for. All that is done with it is known: it is null.</summary>
internal sealed record AbsentExpression(string Name, BoundType Type) : BoundExpression(Type, IsNullable: true);
