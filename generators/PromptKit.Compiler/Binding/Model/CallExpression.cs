using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A call of what computes a template's function.</summary>
/// <param name="Method">A class of <c>PromptKit.Rendering</c> and its method; or, behind a dot, a method of the first argument.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Type">The type of the result.</param>
/// <param name="IsNullable">Whether the result may be null.</param>
internal sealed record CallExpression(string Method, EquatableArray<BoundExpression> Arguments, BoundType Type, bool IsNullable)
    : BoundExpression(Type, IsNullable);
