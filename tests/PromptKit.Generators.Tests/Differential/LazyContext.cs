using Scriban;
using Scriban.Syntax;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Scriban's interpreter, but for the right side of a <c>??</c>: it is computed where the left is null, as compiled templates do.</summary>
internal sealed class LazyContext : TemplateContext
{
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction) =>
        scriptNode is ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing, Left: { } left, Right: { } right }
            ? Evaluate(left) ?? Evaluate(right)
            : base.Evaluate(scriptNode, aliasReturnedFunction);
}
