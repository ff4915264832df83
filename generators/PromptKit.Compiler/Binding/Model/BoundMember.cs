namespace PromptKit.Compiler.Binding.Model;

/// <summary>A property of a generated record.</summary>
/// <param name="JsonName">The name in JSON and templates.</param>
/// <param name="Property">The name in C#.</param>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Description">What it means; null when the schema does not say.</param>
internal sealed record BoundMember(string JsonName, string Property, BoundType Type, bool IsNullable, bool IsRequired, string? Description)
{
    /// <summary>What it is when it is not given; null when there is no default.</summary>
    public BoundConstant? Default { get; init; }

    public string TypeCode => IsNullable ? Type.NullableCode : Type.Code;
}
