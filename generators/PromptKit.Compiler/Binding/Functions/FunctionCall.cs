using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>A call whose arguments stand at their parameters.</summary>
internal sealed class FunctionCall
{
    private readonly ExpressionBinder _expressions;
    private readonly DiagnosticBag _diagnostics;
    private readonly ArgumentNode?[] _nodes;
    private readonly BoundExpression?[] _values;

    public FunctionCall(
        TemplateFunction function,
        CallNode node,
        ArgumentNode?[] arguments,
        ExpressionBinder expressions,
        DiagnosticBag diagnostics
    )
    {
        Function = function;
        Node = node;
        _nodes = arguments;
        _values = new BoundExpression?[arguments.Length];
        _expressions = expressions;
        _diagnostics = diagnostics;
    }

    public TemplateFunction Function { get; }

    public CallNode Node { get; }

    public TemplateScope Scope => _expressions.Scope;

    /// <summary>The value of a parameter.</summary>
    public BoundExpression this[int parameter] => _values[parameter]!;

    public bool IsGiven(int parameter) => _nodes[parameter] is not null;

    /// <summary>The argument as it is written.</summary>
    public ExpressionNode NodeOf(int parameter) => _nodes[parameter]!.Value;

    /// <summary>The type of the items of a list.</summary>
    public BoundList ListOf(int parameter) => (BoundList)this[parameter].Type;

    /// <summary>Binds all arguments that are values, and converts them to what their parameters take.</summary>
    /// <returns>Whether all fit; else one is reported.</returns>
    public bool BindArguments()
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            var parameter = Function.Parameters[i];
            if (_nodes[i] is { } node)
            {
                if (parameter.Kind == ParameterKind.Function)
                {
                    continue;
                }

                if (_expressions.Bind(node.Value) is not { } value || !CheckPresent(parameter, value, node.Value))
                {
                    return false;
                }

                if ((_values[i] = ArgumentConversion.Convert(value, parameter.Kind, Scope)) is null)
                {
                    ReportWrongType(i, ArgumentConversion.Describe(parameter.Kind), value.Type, ArgumentConversion.Remedy(parameter.Kind));
                    return false;
                }
            }
            else if (parameter.Default is { } constant)
            {
                _values[i] = ConstantFolding.Literal(constant);
            }
        }

        return true;
    }

    private bool CheckPresent(FunctionParameter parameter, BoundExpression value, ExpressionNode node) =>
        parameter.TakesNull || _expressions.CheckPresent(value, node, $"passed to '{Function.Name}'");

    /// <summary>Calls a method with all arguments that have a value.</summary>
    public BoundExpression Invoke(string method, BoundType result, bool isNullable = false) =>
        (BoundExpression?)CallFolding.Fold(method, _values)
        ?? new CallExpression(
            method,
            _values.Where(value => value is not null).Select(value => value!).ToEquatableArray(),
            result,
            isNullable
        );

    /// <summary>All arguments; null for those that are left out, since one behind them may be given by its name.</summary>
    public BoundExpression[] AllArguments() => Array.ConvertAll(_values, value => value ?? ConstantFolding.Literal(value: null));

    /// <summary>Calls a method with these arguments.</summary>
    public static BoundExpression Invoke(string method, BoundType result, bool isNullable, params BoundExpression[] arguments) =>
        new CallExpression(method, arguments.ToEquatableArray(), result, isNullable);

    /// <summary>Reports an argument of a wrong type.</summary>
    public BoundExpression? ReportWrongType(int parameter, string takes, BoundType type, string remedy = "")
    {
        var description = type is BoundList list ? ListItems.Describe(list) : ValueTypes.Describe(type);
        var node = NodeOf(parameter);
        _diagnostics.Add(
            FunctionRules.WrongArgument,
            node.Range,
            Function.Name,
            takes,
            Function.Parameters[parameter].Name,
            Scope.Text[node.Range],
            description,
            remedy.Length > 0 ? " " + remedy : ""
        );
        return null;
    }

    public BoundExpression? Report(DiagnosticRule rule, TextRange place, params object[] arguments)
    {
        _diagnostics.Add(rule, place, arguments);
        return null;
    }

    /// <summary>Reports a list whose items are computed when they are wanted, where it becomes a part of the result.</summary>
    public bool CheckNotLazy(BoundExpression value, int parameter) => _expressions.CheckNotLazy(value, NodeOf(parameter));

    /// <summary>Binds the function that is given for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="type">What the function is called with.</param>
    /// <param name="isNullable">Whether that may be null.</param>
    /// <returns>Null when it is refused, which is reported.</returns>
    public LambdaExpression? BindFunction(int parameter, BoundType type, bool isNullable) =>
        _expressions.BindFunction(NodeOf(parameter), type, isNullable);

    /// <summary>Binds the function that is given for a parameter as a condition.</summary>
    /// <inheritdoc cref="BindFunction"/>
    public LambdaExpression? BindCondition(int parameter, BoundType type, bool isNullable) =>
        _expressions.BindFunction(NodeOf(parameter), type, isNullable, isCondition: true);

    /// <summary>A function that the compiler itself needs.</summary>
    public LambdaExpression Lambda(BoundType type, bool isNullable, Func<BoundExpression, BoundExpression> result)
    {
        var name = Scope.Locals.NameAt(Node.FunctionRange, "item");
        return new LambdaExpression(name, result(new LocalExpression(name, type, isNullable)));
    }

    /// <summary>Reads a member of one of several objects, whose name is the second argument.</summary>
    /// <inheritdoc cref="ExpressionBinder.ReadUnionMember"/>
    public UnionMemberExpression? ReadUnionMember(BoundUnion union, BoundExpression target, string name) =>
        _expressions.ReadUnionMember(union, target, name, NodeOf(1).Range);

    /// <summary>Binds two arguments as the operands of an operator.</summary>
    public BoundExpression? Operate(BinaryOperator symbol, int left, int right) =>
        _expressions.BindOperator(OperatorNode(symbol, left, right), this[left], this[right]);

    /// <summary>The first argument; where it is null, the other.</summary>
    public BoundExpression? Coalesce(int value, int otherwise) =>
        _expressions.BindOperator(OperatorNode(BinaryOperator.Coalesce, value, otherwise), this[value], this[otherwise]);

    private BinaryNode OperatorNode(BinaryOperator symbol, int left, int right) =>
        new(symbol, NodeOf(left), NodeOf(right), Node.FunctionRange, Node.Range);
}
