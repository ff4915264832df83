namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value as JSON.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Indent">How many blanks a level is indented by; null for one line.</param>
/// <param name="Type">The type of texts.</param>
internal sealed record JsonExpression(BoundExpression Operand, BoundExpression? Indent, BoundType Type)
    : BoundExpression(Type, IsNullable: false);
