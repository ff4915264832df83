namespace PromptKit.Compiler.Binding.Model;

/// <summary>A local that is declared before the first statement, because several blocks use it.</summary>
internal sealed record BoundLocal(string Name, string TypeCode);
