using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>An object that the template writes, its values in the order of the shape's members.</summary>
internal sealed record ObjectExpression(EquatableArray<BoundExpression> Values, BoundShape Shape)
    : BoundExpression(Shape, IsNullable: false);
