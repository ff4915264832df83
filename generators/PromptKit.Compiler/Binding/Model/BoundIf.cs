using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A choice. A lone <see cref="BoundIf"/> in <paramref name="Else"/> is an <c>else if</c>.</summary>
internal sealed record BoundIf(
    BoundExpression Condition,
    EquatableArray<BoundStatement> Then,
    EquatableArray<BoundStatement> Else,
    SourcePlace Place
) : BoundStatement(Place);
