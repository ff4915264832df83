namespace PromptKit.Compiler.Binding.Model;

/// <summary>A member of an object that the template writes.</summary>
/// <param name="Name">The name in the template.</param>
/// <param name="Property">The name in C#.</param>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record BoundShapeMember(string Name, string Property, BoundType Type, bool IsNullable)
{
    public string TypeCode => IsNullable ? Type.NullableCode : Type.Code;
}
