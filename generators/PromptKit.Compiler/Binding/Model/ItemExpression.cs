namespace PromptKit.Compiler.Binding.Model;

/// <summary>An item of a list by its index, or of a map by its key; null when there is none.</summary>
internal sealed record ItemExpression(BoundExpression Target, BoundExpression Index, BoundType Type)
    : BoundExpression(Type, IsNullable: true);
