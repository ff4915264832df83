using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>The options of a <c>for</c>: <c>offset:1</c>, <c>limit:3</c>, <c>reversed</c>.</summary>
internal static class LoopOptionLowering
{
    /// <returns>The options; null when one of them is an error.</returns>
    public static ForOptions? Lower(ScriptForStatement loop, ExpressionLowering expressions, DiagnosticBag diagnostics)
    {
        var options = ForOptions.None;
        foreach (var argument in loop.NamedArguments ?? [])
        {
            if (argument.Name is { BaseName: "reversed" } reversed)
            {
                // Scriban reverses with `reversed:false` too.
                if (argument.Value is not null)
                {
                    diagnostics.Add(TemplateRules.LoopHead, RangeOf(reversed), "Write 'reversed' alone: it takes no value");
                    return null;
                }

                options = options with { IsReversed = true };
                continue;
            }

            if (argument.Name is not { BaseName: "offset" or "limit" } name)
            {
                var place = RangeOf(argument.Name ?? (ScriptNode)argument);
                diagnostics.Add(TemplateRules.LoopHead, place, $"A loop has no option '{argument.Name?.BaseName}'");
                return null;
            }

            // For Scriban a `limit` alone is an option without a value.
            if (argument.Value is null)
            {
                diagnostics.Add(TemplateRules.LoopHead, RangeOf(name), $"Write '{name.BaseName}:' and a number");
                return null;
            }

            if (expressions.Lower(argument.Value) is not { } value)
            {
                return null;
            }

            options = name.BaseName == "offset" ? options with { Offset = value } : options with { Limit = value };
        }

        return options;
    }

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
