namespace PromptKit.Compiler.Binding.Model;

/// <summary>A property of a record; of a record that may be null, null then.</summary>
/// <param name="Target">The record.</param>
/// <param name="Property">The property.</param>
/// <param name="IsOptional">Whether the property itself may be null.</param>
/// <param name="Type">The property's type.</param>
/// <param name="IsNullable">Whether the whole may be null.</param>
internal sealed record MemberExpression(BoundExpression Target, string Property, bool IsOptional, BoundType Type, bool IsNullable)
    : BoundExpression(Type, IsNullable);
