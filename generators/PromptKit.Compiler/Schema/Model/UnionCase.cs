namespace PromptKit.Compiler.Schema.Model;

/// <summary>One object of a union.</summary>
internal sealed record UnionCase(string Value, ObjectType Type, string? Description);
