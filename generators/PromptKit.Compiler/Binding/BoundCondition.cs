using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>A condition, and what is known where it holds and where it does not.</summary>
/// <param name="Value">The condition as a boolean; null when it was refused.</param>
/// <param name="WhenTrue">What is known where it holds.</param>
/// <param name="WhenFalse">What is known where it does not.</param>
internal sealed record BoundCondition(BoundExpression? Value, FlowState WhenTrue, FlowState WhenFalse)
{
    /// <summary>The value, where it is the same whatever the input.</summary>
    public bool? Constant => Value is LiteralExpression { Value: bool constant } ? constant : null;
}
