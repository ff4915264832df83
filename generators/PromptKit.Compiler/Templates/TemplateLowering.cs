using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>Turns Scriban's syntax tree into our nodes. What is not compiled is an error at its name, never ignored.</summary>
internal sealed class TemplateLowering
{
    private readonly DiagnosticBag _diagnostics;
    private readonly List<TemplateNode> _nodes = [];

    private TemplateLowering(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    public static TemplateModel Lower(ScriptPage page, DiagnosticBag diagnostics)
    {
        var lowering = new TemplateLowering(diagnostics);
        foreach (var statement in Indented(page.Body!.Statements))
        {
            lowering.LowerStatement(statement.Statement, statement.Indent);
        }

        return new TemplateModel(lowering._nodes.ToEquatableArray());
    }

    // Between `{{` and `}}`, what is written is indented by the blanks before the `{{` (Scriban's auto-indent).
    private static IEnumerable<(ScriptStatement Statement, string Indent)> Indented(IEnumerable<ScriptStatement> statements)
    {
        var indent = "";
        foreach (var statement in statements)
        {
            if (statement is ScriptEscapeStatement escape)
            {
                indent = escape.IsEntering ? escape.Indent : "";
                continue;
            }

            yield return (statement, indent);
        }
    }

    private void LowerStatement(ScriptStatement statement, string indent)
    {
        switch (statement)
        {
            case ScriptRawStatement raw:
                LowerText(raw);
                break;
            case ScriptNopStatement:
                break;
            case ScriptExpressionStatement { Expression: ScriptFunctionCall call } when IsRole(call.Target):
                LowerRole(call);
                break;
            case ScriptExpressionStatement { Expression: ScriptVariableGlobal variable } when IsRole(variable):
                _diagnostics.Add(TemplateRules.RoleArgument, RangeOf(variable));
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                if (LowerExpression(expression) is { } value)
                {
                    _nodes.Add(new OutputNode(value, indent, value.Range));
                }

                break;
            default:
                RefuseForNow(Construct.Of(statement));
                break;
        }
    }

    private void LowerText(ScriptRawStatement raw)
    {
        if (raw.Text is { Length: > 0, FullText: not null } text)
        {
            _nodes.Add(new TextNode(text.ToString(), new TextRange(text.Index, text.Index + text.Length)));
        }
    }

    private void LowerRole(ScriptFunctionCall call)
    {
        if (call.Arguments is [ScriptLiteral { Value: string role } literal])
        {
            _nodes.Add(new RoleNode(role, RangeOf(literal), RangeOf(call.Target!).To(RangeOf(literal))));
            return;
        }

        _diagnostics.Add(TemplateRules.RoleArgument, RangeOf(call.Target!));
    }

    private ExpressionNode? LowerExpression(ScriptExpression expression)
    {
        if (expression is ScriptVariableGlobal { BaseName: "history" or "media" or "json" or "include" } statement)
        {
            RefuseForNow(new Construct($"'{statement.BaseName}'", RangeOf(statement)));
            return null;
        }

        if (expression is ScriptVariableGlobal variable)
        {
            return new VariableNode(variable.BaseName, RangeOf(variable));
        }

        RefuseForNow(Construct.Of(expression));
        return null;
    }

    private void RefuseForNow(Construct construct) =>
        _diagnostics.Add(
            TemplateRules.NotCompiledYet,
            construct.Range,
            construct.Name,
            "A template can hold text, {{ variable }}, {{ role \"…\" }} and comments."
        );

    private static bool IsRole(ScriptExpression? target) => target is ScriptVariableGlobal { BaseName: "role" };

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
