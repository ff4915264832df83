using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <content>Lists whose items are computed when they are wanted.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>Reports such a list where it becomes a part of another value, which nothing could tell of later.</summary>
    /// <returns>Whether it is none.</returns>
    public bool CheckNotLazy(BoundExpression value, ExpressionNode node)
    {
        var isLazy = LazyLists.IsLazy(value, scope.Locals);
        if (isLazy)
        {
            diagnostics.Add(LazyRules.LazyInside, node.Range, scope.Text[node.Range]);
        }

        return !isLazy;
    }
}
