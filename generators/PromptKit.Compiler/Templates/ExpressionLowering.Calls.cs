using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <content>
/// Calls and pipes. As in Scriban, what is piped waits until the first function that is evaluated to its right takes it as its first
/// argument: <c>a + b | f</c> is <c>f(a + b)</c>, <c>a | f + b</c> is <c>f(a) + b</c>.
/// </content>
internal sealed partial class ExpressionLowering
{
    // What waits for a function; the last is taken first. Parentheses and strings have pipes of their own.
    private Stack<ScriptExpression> _piped = new();

    private int _functions;

    /// <summary>Whether the whole input was read, with whatever is in it.</summary>
    public bool ReadsWholeInput { get; private set; }

    private ExpressionNode? LowerApart(ScriptExpression? expression)
    {
        var outer = _piped;
        _piped = new Stack<ScriptExpression>();
        var node = Lower(expression);
        _piped = outer;
        return node;
    }

    private ExpressionNode? LowerPipe(ScriptPipeCall pipe)
    {
        _piped.Push(pipe.From!);
        var errors = diagnostics.Count;
        var to = Lower(pipe.To);
        if (_piped.Count == 0 || _piped.Peek() != pipe.From)
        {
            return to;
        }

        _piped.Pop();
        if (to is FunctionAliasNode alias)
        {
            return Lower(pipe.From) is { } argument ? Piped(alias.Function, argument) : null;
        }

        if (diagnostics.Count == errors)
        {
            var place = Place(pipe.To!);
            diagnostics.Add(TemplateRules.PipeIntoNoFunction, place.Range, place.Name);
        }

        return null;
    }

    private static CallNode Piped(CallNode function, ExpressionNode argument) =>
        function with
        {
            Arguments = new EquatableArray<ArgumentNode>([new ArgumentNode(Name: null, argument.Range, argument)]),
            IsPiped = true,
            Range = argument.Range.To(function.Range),
        };

    private ExpressionNode? LowerCall(ScriptFunctionCall call)
    {
        var function = call.Target switch
        {
            ScriptVariableGlobal variable => NameOf(variable),
            ScriptMemberExpression { Target: ScriptVariableGlobal group, Member: { } member } => NameOf(group, member),
            _ => null,
        };
        if (FindWordOperator(call, function) is var (word, remedy))
        {
            diagnostics.Add(TemplateRules.ForeignOperator, RangeOf(word), word.BaseName, remedy);
            return null;
        }

        if (function is null)
        {
            var place = Place(call.Target!);
            diagnostics.Add(TemplateRules.CallOfNoFunction, place.Range, place.Name);
            return null;
        }

        return LowerArguments(function, call.Arguments, (call.CloseParen as ScriptNode) ?? call.Target!);
    }

    // `a and b` reads as a call of `a`, and `not a` as one of `not`.
    private static (ScriptVariable Word, string Remedy)? FindWordOperator(ScriptFunctionCall call, CallNode? function)
    {
        if (call is { Target: ScriptVariableGlobal { BaseName: "not" or "NOT" } not, Arguments.Count: > 0 })
        {
            return (not, "Write '!'.");
        }

        if (
            call.Arguments.Count == 0
            || call.Arguments[0] is not ScriptVariableGlobal word
            || function is { Name: FunctionNames.Json, Group: null }
            || (function?.Group is { } group && FunctionNames.IsGroup(group))
        )
        {
            return null;
        }

        return WordOperators.RemedyOf(word.BaseName, call.Arguments) is { } remedy ? (word, remedy) : null;
    }

    // A function by its name alone, which evaluating it calls.
    private ExpressionNode? LowerName(CallNode function) => LowerArguments(function, [], last: null);

    private CallNode? LowerArguments(CallNode function, IEnumerable<ScriptExpression> written, ScriptNode? last)
    {
        var arguments = new List<ArgumentNode?>();
        var isPiped = _piped.Count > 0;
        var isJson = function is { Group: null, Name: FunctionNames.Json };
        if (isPiped)
        {
            arguments.Add(LowerArgument(_piped.Pop(), isJson));
        }

        arguments.AddRange(written.Select(argument => LowerArgument(argument, isJson)));
        if (arguments.Contains(null))
        {
            return null;
        }

        var range = arguments.Aggregate(function.FunctionRange, (range, argument) => range.To(argument!.Value.Range));
        return function with
        {
            Arguments = arguments.Select(argument => argument!).ToEquatableArray(),
            IsPiped = isPiped,
            Range = last is null ? range : range.To(RangeOf(last)),
        };
    }

    // To Scriban `this` holds the functions and locals too, so that only `json`, which is ours, has a use for it.
    private ArgumentNode? LowerArgument(ScriptExpression argument, bool isJson)
    {
        if (isJson && argument is ScriptThisExpression)
        {
            ReadsWholeInput = true;
            return new ArgumentNode(Name: null, RangeOf(argument), new InputNode(RangeOf(argument)));
        }

        if (argument is ScriptNamedArgument { Name: { } name } named)
        {
            return Lower(named.Value!) is { } given ? new ArgumentNode(name.BaseName, RangeOf(name), given) : null;
        }

        return Lower(argument) is { } value ? new ArgumentNode(Name: null, value.Range, value) : null;
    }

    private ExpressionNode? LowerAlias(ScriptUnaryExpression unary)
    {
        switch (unary.Right)
        {
            case ScriptNestedExpression { Expression: ScriptAnonymousFunction function } nested:
                var whole = RangeOf(unary).To(RangeOf(nested.CloseParen));
                return LowerFunction(function) is { } written ? written with { Range = whole } : null;
            case ScriptAnonymousFunction function:
                return LowerFunction(function);
            case ScriptVariableGlobal variable:
                return new FunctionAliasNode(NameOf(variable), RangeOf(unary));
            case ScriptMemberExpression { Target: ScriptVariableGlobal group, Member: { } member }:
                return new FunctionAliasNode(NameOf(group, member), RangeOf(unary));
            default:
                return RefuseAlias(unary);
        }
    }

    // `@($0.done)` and `@(ret $0.done)` want to be functions.
    private ExpressionNode? RefuseAlias(ScriptUnaryExpression unary)
    {
        var written = unary.ToString();
        var result = written.Trim('@', '(', ')', ' ');
        result =
            result.StartsWith("ret ", StringComparison.Ordinal) ? result.Substring("ret ".Length)
            : result.StartsWith("$", StringComparison.Ordinal) ? result
            : "$0 > 1";
        diagnostics.Add(TemplateRules.ForeignFunction, RangeOf(unary), written, $"@(do; ret {result}; end)");
        return null;
    }

    // One `ret`, or one expression: what it gives is then the function's result in Scriban too.
    private FunctionNode? LowerFunction(ScriptAnonymousFunction function)
    {
        var body = (function.Function?.Body as ScriptBlockStatement)?.Statements.Where(statement => statement is not ScriptEndStatement);
        if (body?.ToList() is not [ScriptReturnStatement { Expression: { } result }] || function.Function is { Parameters.Count: > 0 })
        {
            diagnostics.Add(TemplateRules.FunctionBody, Place(function).Range);
            return null;
        }

        _functions++;
        var value = LowerApart(result);
        _functions--;
        return value is null ? null : new FunctionNode(value, RangeOf(function));
    }

    private FunctionArgumentNode? LowerFunctionArgument(ScriptIndexerExpression indexer)
    {
        if (_functions > 0 && indexer.Index is ScriptLiteral { Value: 0 })
        {
            return new FunctionArgumentNode(RangeOf(indexer));
        }

        diagnostics.Add(IncludeRules.ArgumentByNumber, RangeOf(indexer), indexer.ToString());
        return null;
    }

    private static CallNode NameOf(ScriptVariableGlobal variable)
    {
        var range = RangeOf(variable);
        return new CallNode(Group: null, variable.BaseName, range, range, default, IsPiped: false, range);
    }

    private static CallNode NameOf(ScriptVariableGlobal group, ScriptVariable member)
    {
        var range = RangeOf(group).To(RangeOf(member));
        return new CallNode(group.BaseName, member.BaseName, RangeOf(member), range, default, IsPiped: false, range);
    }

    private static bool IsFunctionName(ScriptExpression expression) =>
        expression
            is ScriptVariableGlobal { BaseName: FunctionNames.Json }
                or ScriptMemberExpression { Target: ScriptVariableGlobal, DotToken.TokenType: TokenType.Dot }
        && (expression is not ScriptMemberExpression member || FunctionNames.IsGroup(((ScriptVariableGlobal)member.Target!).BaseName));

    // `default: "x"`, as in Liquid.
    private ExpressionNode? RefuseSeparator(ScriptNamedArgument argument)
    {
        var start = RangeOf(argument.ColonToken is { } colon ? colon : argument).Start;
        if (argument.Name is { BaseName: "role" } role)
        {
            diagnostics.Add(TemplateRules.RoleArgument, RangeOf(role));
        }
        else
        {
            diagnostics.Add(TemplateRules.ArgumentSeparator, new TextRange(start, start + 1), ":", "behind a function");
        }

        return null;
    }

    // The first token of what is no function.
    private static Construct Place(ScriptExpression expression) =>
        expression switch
        {
            ScriptFunctionCall { Target: { } target } => Place(target),
            ScriptPipeCall { To: { } to } => Place(to),
            ScriptBinaryExpression { Left: { } left } => Place(left),
            ScriptNestedExpression nested => new Construct(nested.ToString(), RangeOf(nested.OpenParen).To(RangeOf(nested.CloseParen))),
            ScriptAnonymousFunction => new Construct("do", new TextRange(RangeOf(expression).Start, RangeOf(expression).Start + 2)),
            _ => new Construct(expression.ToString(), RangeOf(expression)),
        };
}
