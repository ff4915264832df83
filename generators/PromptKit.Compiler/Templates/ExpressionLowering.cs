using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>Turns Scriban's expressions into our nodes. What is not compiled is an error at its name, never ignored.</summary>
internal sealed partial class ExpressionLowering(DiagnosticBag diagnostics)
{
    /// <returns>Null when the expression is refused; the diagnostics say why.</returns>
    public ExpressionNode? Lower(ScriptExpression? expression) =>
        expression switch
        {
            ScriptNestedExpression nested => LowerApart(nested.Expression),
            ScriptLiteral literal => LowerLiteral(literal),
            ScriptVariableGlobal { BaseName: "role" or "history" or "media" } name => RefuseStatement(name),
            ScriptFunctionCall { Target: ScriptVariableGlobal { BaseName: "role" or "history" or "media" } name } => RefuseStatement(name),
            ScriptVariableGlobal { BaseName: "include" } include => LowerInclude(include, []),
            ScriptFunctionCall { Target: ScriptVariableGlobal { BaseName: "include" } include } call => LowerInclude(
                include,
                call.Arguments
            ),
            ScriptVariableGlobal variable when IsFunctionName(variable) => LowerName(NameOf(variable)),
            ScriptVariableGlobal variable => new VariableNode(variable.BaseName, RangeOf(variable)),
            ScriptVariableLocal variable => LowerOwn(variable),
            ScriptIsEmptyExpression member => LowerIsEmpty(member),
            ScriptMemberExpression member => LowerMember(member),
            ScriptIndexerExpression { Target: ScriptVariableLocal { BaseName: "" } } indexer => LowerFunctionArgument(indexer),
            ScriptIndexerExpression indexer => LowerIndexer(indexer),
            ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionAlias } alias => LowerAlias(alias),
            ScriptAnonymousFunction function => LowerFunction(function),
            ScriptFunctionCall call => LowerCall(call),
            ScriptPipeCall pipe => LowerPipe(pipe),
            ScriptUnaryExpression unary => LowerUnary(unary),
            ScriptBinaryExpression binary => LowerBinary(binary),
            ScriptConditionalExpression choice => LowerConditional(choice),
            ScriptArrayInitializerExpression array => LowerAll(array.Values) is { } items ? new ArrayNode(items, RangeOf(array)) : null,
            ScriptObjectInitializerExpression literal => LowerObject(literal),
            ScriptInterpolatedStringExpression text => LowerInterpolated(text),
            ScriptInterpolatedExpression part => LowerApart(part.Expression),
            ScriptNamedArgument argument => RefuseSeparator(argument),
            ScriptAssignExpression assign => Refuse(
                new Construct("An assignment inside of an expression", RangeOf(assign.EqualToken), "Assign it in a tag of its own.")
            ),
            _ => Refuse(Construct.Of(expression!)),
        };

    public EquatableArray<ExpressionNode>? LowerAll(ScriptList<ScriptExpression> expressions)
    {
        var nodes = new List<ExpressionNode>();
        var isWhole = true;
        foreach (var expression in expressions)
        {
            var node = Lower(expression);
            isWhole &= node is not null;
            if (node is not null)
            {
                nodes.Add(node);
            }
        }

        return isWhole ? nodes.ToEquatableArray() : null;
    }

    private InterpolatedNode? LowerInterpolated(ScriptInterpolatedStringExpression text)
    {
        var outer = _piped;
        _piped = new Stack<ScriptExpression>();
        var parts = LowerAll(text.Parts);
        _piped = outer;
        return parts is null ? null : new InterpolatedNode(parts.Value, RangeOf(text));
    }

    private LiteralNode? LowerLiteral(ScriptLiteral literal)
    {
        switch (literal.Value)
        {
            case null or string or bool or long or double:
                return new LiteralNode(literal.Value, RangeOf(literal));
            case int integer:
                return new LiteralNode((long)integer, RangeOf(literal));
            default:
                const string remedy = "Integers have 64 bits, and numbers are doubles: write it as '1.0e30'.";
                Refuse(new Construct($"The literal '{literal}'", RangeOf(literal), remedy));
                return null;
        }
    }

    private ExpressionNode? LowerMember(ScriptMemberExpression member)
    {
        if (member.Target is ScriptVariableGlobal { BaseName: "for" or "while" } loop)
        {
            return new LoopMemberNode(
                loop.BaseName,
                member.Member!.BaseName,
                RangeOf(member.Member),
                RangeOf(loop).To(RangeOf(member.Member))
            );
        }

        if (IsFunctionName(member))
        {
            return LowerName(NameOf((ScriptVariableGlobal)member.Target!, member.Member!));
        }

        var isConditional = member.DotToken.TokenType == Scriban.Parsing.TokenType.QuestionDot;
        return LowerApart(member.Target) is { } target
            ? new MemberNode(
                target,
                member.Member!.BaseName,
                RangeOf(member.Member),
                isConditional,
                target.Range.To(RangeOf(member.Member))
            )
            : null;
    }

    private IndexNode? LowerIndexer(ScriptIndexerExpression indexer) =>
        LowerApart(indexer.Target) is { } target && LowerApart(indexer.Index) is { } index
            ? new IndexNode(target, index, target.Range.To(RangeOf(indexer)))
            : null;

    private UnaryNode? LowerUnary(ScriptUnaryExpression unary)
    {
        UnaryOperator? symbol = unary.Operator switch
        {
            ScriptUnaryOperator.Not => UnaryOperator.Not,
            ScriptUnaryOperator.Negate => UnaryOperator.Negate,
            ScriptUnaryOperator.Plus => UnaryOperator.Plus,
            _ => null,
        };
        if (symbol is null)
        {
            Refuse(Construct.Of(unary));
            return null;
        }

        return Lower(unary.Right) is { } operand ? new UnaryNode(symbol.Value, operand, RangeOf(unary)) : null;
    }

    private BinaryNode? LowerBinary(ScriptBinaryExpression binary)
    {
        var place = binary.OperatorToken is { } token ? RangeOf(token) : RangeOf(binary);
        if (OperatorOf(binary.Operator) is not { } symbol)
        {
            Refuse(new Construct($"The operator '{binary.OperatorAsText}'", place));
            return null;
        }

        // Whether the right side of a condition is evaluated is not known here, so no pipe may wait for it.
        var isCondition = symbol is BinaryOperator.And or BinaryOperator.Or;
        var left = Lower(binary.Left);
        var right = isCondition ? LowerApart(binary.Right) : Lower(binary.Right);
        return left is null || right is null ? null : new BinaryNode(symbol, left, right, place, left.Range.To(right.Range));
    }

    private ConditionalNode? LowerConditional(ScriptConditionalExpression choice)
    {
        var (condition, then, otherwise) = (Lower(choice.Condition), LowerApart(choice.ThenValue), LowerApart(choice.ElseValue));
        return condition is null || then is null || otherwise is null
            ? null
            : new ConditionalNode(condition, then, otherwise, condition.Range.To(otherwise.Range));
    }

    private ExpressionNode? RefuseStatement(ScriptVariableGlobal keyword)
    {
        diagnostics.Add(TemplateRules.StatementAsValue, RangeOf(keyword), keyword.BaseName);
        return null;
    }

    private ExpressionNode? Refuse(Construct construct)
    {
        diagnostics.Add(TemplateRules.Refused, construct.Range, construct.Name, construct.Remedy);
        return null;
    }

    private static BinaryOperator? OperatorOf(ScriptBinaryOperator symbol) =>
        symbol switch
        {
            ScriptBinaryOperator.Add => BinaryOperator.Add,
            ScriptBinaryOperator.Subtract => BinaryOperator.Subtract,
            ScriptBinaryOperator.Multiply => BinaryOperator.Multiply,
            ScriptBinaryOperator.Divide => BinaryOperator.Divide,
            ScriptBinaryOperator.DivideRound => BinaryOperator.DivideWhole,
            ScriptBinaryOperator.Modulus => BinaryOperator.Modulus,
            ScriptBinaryOperator.ShiftLeft => BinaryOperator.ShiftLeft,
            ScriptBinaryOperator.ShiftRight => BinaryOperator.ShiftRight,
            ScriptBinaryOperator.CompareEqual => BinaryOperator.Equal,
            ScriptBinaryOperator.CompareNotEqual => BinaryOperator.NotEqual,
            ScriptBinaryOperator.CompareLess => BinaryOperator.Less,
            ScriptBinaryOperator.CompareLessOrEqual => BinaryOperator.LessOrEqual,
            ScriptBinaryOperator.CompareGreater => BinaryOperator.Greater,
            ScriptBinaryOperator.CompareGreaterOrEqual => BinaryOperator.GreaterOrEqual,
            ScriptBinaryOperator.And => BinaryOperator.And,
            ScriptBinaryOperator.Or => BinaryOperator.Or,
            ScriptBinaryOperator.EmptyCoalescing => BinaryOperator.Coalesce,
            ScriptBinaryOperator.NotEmptyCoalescing => BinaryOperator.WhenPresent,
            ScriptBinaryOperator.RangeInclude => BinaryOperator.RangeInclusive,
            ScriptBinaryOperator.RangeExclude => BinaryOperator.RangeExclusive,
            _ => null,
        };

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
