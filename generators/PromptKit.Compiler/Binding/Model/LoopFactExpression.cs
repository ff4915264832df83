namespace PromptKit.Compiler.Binding.Model;

/// <summary>A fact about a loop: a member of Scriban's <c>for</c>.</summary>
internal sealed record LoopFactExpression(LoopFact Fact, string Counter, string Items, BoundType Type)
    : BoundExpression(Type, IsNullable: false);
