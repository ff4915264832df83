using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>math.*</c>.</summary>
internal static class NumberTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Special("math.abs", BindAbsolute, Takes.Numeric("value")),
        TemplateFunction.Of("math.ceil", ValueTypes.Number, "NumberFunctions.Ceil", Takes.Number("value")),
        TemplateFunction.Special("math.divided_by", BindDivision, Takes.Number("value"), Takes.Numeric("divisor")),
        TemplateFunction.Of("math.floor", ValueTypes.Number, "NumberFunctions.Floor", Takes.Number("value")),
        TemplateFunction.Failing(
            "math.format",
            ValueTypes.Text,
            "NumberFunctions.Format",
            Takes.Numeric("value"),
            Takes.Text("format"),
            Takes.Text("culture").Or(null)
        ),
        TemplateFunction.Special("math.is_number", BindIsNumber, Takes.Value("value").OrNull()),
        Operator("math.minus", BinaryOperator.Subtract),
        Operator("math.modulo", BinaryOperator.Modulus),
        Operator("math.plus", BinaryOperator.Add),
        TemplateFunction.Failing(
            "math.random",
            ValueTypes.Integer,
            "NumberFunctions.Random",
            Takes.Integer("min_value"),
            Takes.Integer("max_value")
        ),
        TemplateFunction.Failing(
            "math.round",
            ValueTypes.Number,
            "NumberFunctions.Round",
            Takes.Number("value"),
            Takes.Integer("precision").Or(0)
        ),
        Operator("math.times", BinaryOperator.Multiply),
        TemplateFunction.Of("math.uuid", ValueTypes.Text, "NumberFunctions.Uuid"),
    ];

    private static TemplateFunction Operator(string name, BinaryOperator symbol) =>
        TemplateFunction.Special(name, call => call.Operate(symbol, 0, 1), Takes.Value("value"), Takes.Value("with"));

    private static BoundExpression BindAbsolute(FunctionCall call)
    {
        call.Scope.MayOverflow |= call[0].Type == ValueTypes.Integer;
        return call.Invoke("NumberFunctions.Abs", call[0].Type);
    }

    // By an integer of 32 bits, Scriban gives the quotient without its fraction, by a longer one with it: only the template's own
    // integers say which of both they are.
    private static BoundExpression? BindDivision(FunctionCall call)
    {
        if (call[1].Type == ValueTypes.Number)
        {
            return FunctionCall.Invoke("NumberFunctions.Divide", ValueTypes.Number, isNullable: false, call[0], call[1]);
        }

        if (call[1] is not LiteralExpression { Value: long divisor })
        {
            return call.Report(FunctionRules.DivisorOfUnknownSize, call.NodeOf(1).Range, call.Scope.Text[call.NodeOf(1).Range]);
        }

        return divisor is >= int.MinValue and <= int.MaxValue
            ? FunctionCall.Invoke(
                "NumberFunctions.DivideWhole",
                ValueTypes.Integer,
                isNullable: false,
                call[0],
                ConstantFolding.Literal((int)divisor)
            )
            : FunctionCall.Invoke(
                "NumberFunctions.Divide",
                ValueTypes.Number,
                isNullable: false,
                call[0],
                ConstantFolding.Literal((double)divisor)
            );
    }

    private static BoundExpression BindIsNumber(FunctionCall call) =>
        !ValueTypes.IsNumeric(call[0].Type) ? KnownResult.Of(isTrue: false, call[0])
        : call[0].IsNullable ? new IsPresentExpression(call[0], ValueTypes.Boolean)
        : KnownResult.Of(isTrue: true, call[0]);
}
