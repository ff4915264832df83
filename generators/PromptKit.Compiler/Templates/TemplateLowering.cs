using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>Turns Scriban's statements into our nodes. What is not compiled is an error at its name, never ignored.</summary>
internal sealed class TemplateLowering
{
    private readonly DiagnosticBag _diagnostics;
    private readonly ExpressionLowering _expressions;

    // The loops around the statement that is lowered, as far as a jump may leave them, and all of them.
    private int _loops;
    private int _rounds;
    private int _elses;
    private int _captures;

    private TemplateLowering(DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _expressions = new ExpressionLowering(diagnostics);
    }

    public static TemplateModel Lower(ScriptPage page, DiagnosticBag diagnostics)
    {
        var lowering = new TemplateLowering(diagnostics);
        var nodes = lowering.LowerBlock(page.Body, indent: null);
        var expressions = lowering._expressions;
        return new TemplateModel(
            nodes,
            expressions.Includes.ToEquatableArray(),
            expressions.HasUnknownInclude,
            expressions.ReadsWholeInput
        );
    }

    /// <param name="block">The statements.</param>
    /// <param name="indent">The indent of the statement that the block belongs to; null when no text stands before its tag.</param>
    private EquatableArray<TemplateNode> LowerBlock(ScriptBlockStatement? block, string? indent)
    {
        var nodes = new List<TemplateNode>();
        foreach (var (statement, inner) in Indented(block, indent))
        {
            if (statement is ScriptExpressionStatement { Expression: ScriptIncrementDecrementExpression step })
            {
                nodes.AddRange(LowerStep(step, inner));
            }
            else if (LowerStatement(statement, inner) is { } node)
            {
                nodes.Add(node);
            }
        }

        return nodes.ToEquatableArray();
    }

    // Between `{{` and `}}`, what is written is indented by the blanks before the `{{`, else as the block is (Scriban's auto-indent).
    private IEnumerable<(ScriptStatement Statement, string? Indent)> Indented(ScriptBlockStatement? block, string? indent)
    {
        var current = indent;
        foreach (var statement in block?.Statements ?? [])
        {
            if (statement is ScriptEscapeStatement escape)
            {
                current = escape.IsEntering ? escape.Indent : indent;
                continue;
            }

            _expressions.Indent = current;
            yield return (statement, current);
        }
    }

    private TemplateNode? LowerStatement(ScriptStatement statement, string? indent)
    {
        switch (statement)
        {
            case ScriptRawStatement raw:
                return LowerText(raw, indent);
            case ScriptNopStatement or ScriptEndStatement:
                return null;
            case ScriptExpressionStatement { Expression: { } expression }:
                return LowerExpressionStatement(expression, indent);
            case ScriptIfStatement choice:
                return LowerIf(choice, indent);
            case ScriptTableRowStatement:
                return Refuse(statement);
            case ScriptForStatement loop:
                return LowerFor(loop, indent);
            case ScriptWhileStatement loop:
                return LowerWhile(loop, indent);
            case ScriptCaseStatement choice:
                return LowerCase(choice, indent);
            case ScriptCaptureStatement capture:
                return LowerCapture(capture, indent);
            case ScriptBreakStatement:
                return LowerJump(statement, isBreak: true);
            case ScriptContinueStatement:
                return LowerJump(statement, isBreak: false);
            default:
                return Refuse(statement);
        }
    }

    private static TextNode? LowerText(ScriptRawStatement raw, string? indent) =>
        raw.Text is { Length: > 0, FullText: not null } text
            ? new TextNode(text.ToString(), indent ?? "", new TextRange(text.Index, text.Index + text.Length))
            : null;

    private TemplateNode? LowerExpressionStatement(ScriptExpression expression, string? indent)
    {
        switch (expression)
        {
            case ScriptFunctionCall { Target: ScriptVariableGlobal { BaseName: "role" or "history" or "media" } target } call:
                return LowerMessageStatement(target, call.Arguments);
            case ScriptVariableGlobal { BaseName: "role" or "history" or "media" } target:
                return LowerMessageStatement(target, []);
            case ScriptAssignExpression assign:
                return LowerAssign(assign);
            default:
                return _expressions.Lower(expression) is { } value ? new OutputNode(value, indent ?? "", value.Range) : null;
        }
    }

    private TemplateNode? LowerMessageStatement(ScriptVariableGlobal keyword, IReadOnlyList<ScriptExpression> arguments)
    {
        if (_captures > 0)
        {
            _diagnostics.Add(TemplateRules.MessageStatementInCapture, RangeOf(keyword), keyword.BaseName);
            return null;
        }

        return keyword.BaseName switch
        {
            "role" => LowerRole(keyword, arguments),
            "history" => LowerHistory(keyword, arguments),
            _ => MediaLowering.Lower(keyword, arguments, _expressions, _diagnostics),
        };
    }

    private RoleNode? LowerRole(ScriptVariableGlobal keyword, IReadOnlyList<ScriptExpression> arguments)
    {
        if (arguments is [ScriptLiteral { Value: string role } literal])
        {
            return new RoleNode(role, RangeOf(literal), RangeOf(keyword).To(RangeOf(literal)));
        }

        _diagnostics.Add(TemplateRules.RoleArgument, RangeOf(keyword));
        return null;
    }

    private HistoryNode? LowerHistory(ScriptVariableGlobal keyword, IReadOnlyList<ScriptExpression> arguments)
    {
        if (arguments.Count > 0)
        {
            _diagnostics.Add(TemplateRules.HistoryArgument, RangeOf(arguments[0]));
            return null;
        }

        if (_rounds > 0)
        {
            _diagnostics.Add(TemplateRules.HistoryInLoop, RangeOf(keyword));
            return null;
        }

        return new HistoryNode(RangeOf(keyword));
    }

    private TemplateNode? LowerAssign(ScriptAssignExpression assign)
    {
        if (assign.Target is not ScriptVariable { BaseName: not ("for" or "while" or "") } target)
        {
            return Refuse(Construct.Of(assign));
        }

        var value = _expressions.Lower(assign.Value) ?? new LostNode(RangeOf(assign.Value!));
        var name = RangeOf(target);
        if (assign.EqualToken.TokenType != TokenType.Equal)
        {
            if (OperatorOf(assign.EqualToken.TokenType) is not { } symbol)
            {
                return Refuse(Construct.Of(assign));
            }

            value = new BinaryNode(
                symbol,
                new VariableNode(ExpressionLowering.VariableName(target), name),
                value,
                RangeOf(assign.EqualToken),
                name.To(value.Range)
            );
        }

        return new AssignNode(ExpressionLowering.VariableName(target), name, value, name.To(value.Range));
    }

    // `x++` prints x and then counts, `++x` counts first.
    private IEnumerable<TemplateNode> LowerStep(ScriptIncrementDecrementExpression step, string? indent)
    {
        if (step.Right is not ScriptVariable { BaseName: not ("for" or "while" or "") } target)
        {
            return Refuse(Construct.Of(step)) is { } none ? [none] : [];
        }

        var name = RangeOf(target);
        var symbol = step.Operator == ScriptUnaryOperator.Increment ? BinaryOperator.Add : BinaryOperator.Subtract;
        var variable = new VariableNode(ExpressionLowering.VariableName(target), name);
        var place = step.OperatorToken is { } token ? RangeOf(token) : name;
        var next = new BinaryNode(symbol, new UnaryNode(UnaryOperator.Plus, variable, name), new LiteralNode(1L, place), place, name);
        TemplateNode[] statements = [new OutputNode(variable, indent ?? "", name), new AssignNode(variable.Name, name, next, name)];
        return step.Post ? statements : [statements[1], statements[0]];
    }

    private IfNode? LowerIf(ScriptIfStatement choice, string? indent)
    {
        var condition = _expressions.Lower(choice.Condition);
        var then = LowerBlock(choice.Then, indent);
        var otherwise = LowerElse(choice.Else, indent);
        return condition is null ? null : new IfNode(condition, then, otherwise, Head(choice, condition));
    }

    private EquatableArray<TemplateNode> LowerElse(ScriptConditionStatement? statement, string? indent) =>
        statement switch
        {
            ScriptIfStatement choice => LowerIf(choice, indent) is { } node ? new EquatableArray<TemplateNode>([node]) : default,
            ScriptElseStatement otherwise => LowerBlock(otherwise.Body, indent),
            _ => default,
        };

    private ForNode? LowerFor(ScriptForStatement loop, string? indent)
    {
        var items = _expressions.Lower(loop.Iterator);
        var options = LoopOptionLowering.Lower(loop, _expressions, _diagnostics);
        var body = LowerRounds(loop.Body, indent);
        EquatableArray<TemplateNode>? otherwise = loop.Else is ScriptElseStatement { Body: { } block } ? LowerElse(block, indent) : null;
        if (loop.Variable is not ScriptVariable { BaseName.Length: > 0 } variable)
        {
            Refuse(loop.Variable ?? (ScriptNode)loop);
            return null;
        }

        return items is null || options is null
            ? null
            : new ForNode(ExpressionLowering.VariableName(variable), RangeOf(variable), items, options, body, otherwise, Head(loop, items));
    }

    private EquatableArray<TemplateNode> LowerRounds(ScriptBlockStatement? body, string? indent)
    {
        (_loops, _rounds) = (_loops + 1, _rounds + 1);
        var nodes = LowerBlock(body, indent);
        (_loops, _rounds) = (_loops - 1, _rounds - 1);
        return nodes;
    }

    // For Scriban a jump there ends the `else` and nothing else, which nobody means.
    private EquatableArray<TemplateNode> LowerElse(ScriptBlockStatement block, string? indent)
    {
        var loops = _loops;
        (_loops, _elses) = (0, _elses + 1);
        var otherwise = LowerBlock(block, indent);
        (_loops, _elses) = (loops, _elses - 1);
        return otherwise;
    }

    private WhileNode? LowerWhile(ScriptWhileStatement loop, string? indent)
    {
        var condition = _expressions.Lower(loop.Condition);
        var body = LowerRounds(loop.Body, indent);
        return condition is null ? null : new WhileNode(condition, body, Head(loop, condition));
    }

    // Text between `case` and the first `when` is dropped, as Scriban does.
    private CaseNode? LowerCase(ScriptCaseStatement choice, string? indent)
    {
        var value = _expressions.Lower(choice.Value);
        var whens = new List<WhenNode>();
        EquatableArray<TemplateNode> otherwise = default;
        foreach (var (statement, inner) in Indented(choice.Body, indent))
        {
            if (statement is not ScriptConditionStatement first)
            {
                continue;
            }

            for (var next = first; next is not null; next = (next as ScriptWhenStatement)?.Next)
            {
                if (next is ScriptWhenStatement when)
                {
                    _expressions.Indent = inner;
                    var values = _expressions.LowerAll(when.Values);
                    var body = LowerBlock(when.Body, inner);
                    if (values is { } all)
                    {
                        whens.Add(new WhenNode(all, body, all[0].Range));
                    }
                }
                else if (next is ScriptElseStatement last)
                {
                    otherwise = LowerBlock(last.Body, inner);
                }
            }
        }

        return value is null ? null : new CaseNode(value, whens.ToEquatableArray(), otherwise, Head(choice, value));
    }

    private TemplateNode? LowerCapture(ScriptCaptureStatement capture, string? indent)
    {
        // A jump out of it would leave the text uncaptured.
        var loops = _loops;
        (_loops, _captures) = (0, _captures + 1);
        var body = LowerBlock(capture.Body, indent);
        (_loops, _captures) = (loops, _captures - 1);
        return capture.Target is ScriptVariable { BaseName.Length: > 0 } target
            ? new CaptureNode(ExpressionLowering.VariableName(target), RangeOf(target), body, RangeOf(target))
            : Refuse(capture.Target ?? (ScriptNode)capture);
    }

    private JumpNode? LowerJump(ScriptStatement statement, bool isBreak)
    {
        var keyword = isBreak ? "break" : "continue";
        var start = RangeOf(statement).Start;
        var range = new TextRange(start, start + keyword.Length);
        if (_loops > 0)
        {
            return new JumpNode(isBreak, range);
        }

        _diagnostics.Add(
            TemplateRules.JumpOutsideLoop,
            range,
            keyword,
            _captures > 0 ? " inside of its 'capture'"
                : _elses > 0 ? ": the 'else' of a 'for' is no round of it, nor of a loop around it"
                : ""
        );
        return null;
    }

    private TemplateNode? Refuse(ScriptNode node) => Refuse(Construct.Of(node));

    private TemplateNode? Refuse(Construct construct)
    {
        _diagnostics.Add(TemplateRules.Refused, construct.Range, construct.Name, construct.Remedy);
        return null;
    }

    private static BinaryOperator? OperatorOf(TokenType token) =>
        token switch
        {
            TokenType.PlusEqual => BinaryOperator.Add,
            TokenType.MinusEqual => BinaryOperator.Subtract,
            TokenType.AsteriskEqual => BinaryOperator.Multiply,
            TokenType.DivideEqual => BinaryOperator.Divide,
            TokenType.DoubleDivideEqual => BinaryOperator.DivideWhole,
            TokenType.PercentEqual => BinaryOperator.Modulus,
            _ => null,
        };

    // From the keyword to the end of its expression.
    private static TextRange Head(ScriptStatement statement, ExpressionNode expression) =>
        new TextRange(Math.Min(RangeOf(statement).Start, expression.Range.Start), expression.Range.End);

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
