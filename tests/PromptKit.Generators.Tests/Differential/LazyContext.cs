using Scriban;
using Scriban.Syntax;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Scriban's interpreter, but for the right side of <c>??</c> and <c>?!</c>: it is computed where it is wanted, as compiled templates do.</summary>
internal sealed class LazyContext : TemplateContext
{
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction) =>
        scriptNode switch
        {
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing } either => Evaluate(either.Left!)
                ?? Evaluate(either.Right!),
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.NotEmptyCoalescing } both => Evaluate(both.Left!) is null
                ? null
                : Evaluate(both.Right!),
            _ => base.Evaluate(scriptNode, aliasReturnedFunction),
        };
}
