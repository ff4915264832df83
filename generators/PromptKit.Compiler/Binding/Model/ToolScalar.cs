using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A scalar. Several C# types may stand for one kind: <c>int</c> and <c>long</c> are both integers.</summary>
internal sealed record ToolScalar(ScalarKind Kind, string Code, bool IsNullable) : ToolType(Code, IsNullable)
{
    /// <summary>Whether it is a struct in C#.</summary>
    public bool IsValueType => Kind is not (ScalarKind.String or ScalarKind.Uri);
}
