using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A list of items.</summary>
internal sealed record ListExpression(EquatableArray<BoundExpression> Items, BoundType Type) : BoundExpression(Type, IsNullable: false);
