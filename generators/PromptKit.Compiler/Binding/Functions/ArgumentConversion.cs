using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>Makes of a value what a parameter takes, as Scriban converts it.</summary>
internal static class ArgumentConversion
{
    /// <returns>Null when the value does not fit.</returns>
    public static BoundExpression? Convert(BoundExpression value, ParameterKind kind, TemplateScope scope) =>
        kind switch
        {
            ParameterKind.Text => ValueTypes.HasText(value.Type) || value.Type is BoundNull ? ExpressionBinder.ToText(value) : null,
            ParameterKind.Constant => value is LiteralExpression { Value: string } ? value : null,
            ParameterKind.Integer => ToInteger(value, scope),
            ParameterKind.Number => value.Type == ValueTypes.Integer ? ToNumber(value)
            : value.Type == ValueTypes.Number ? value
            : null,
            ParameterKind.Numeric => ValueTypes.IsNumeric(value.Type) ? value : null,
            ParameterKind.Date => ToMoment(value),
            ParameterKind.Boolean => value.Type == ValueTypes.Boolean ? value : null,
            ParameterKind.List => value.Type is BoundList ? Typed(value) : null,
            ParameterKind.Value => value.Type is BoundScalar { Kind: ScalarKind.Unknown } ? null : value,
            _ => null,
        };

    public static string Describe(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Text => "a text",
            ParameterKind.Constant => "a string in quotes",
            ParameterKind.Integer => "an integer of 32 bits",
            ParameterKind.Number or ParameterKind.Numeric => "a number",
            ParameterKind.Boolean => "a boolean",
            ParameterKind.List => "a list",
            ParameterKind.Date => "a date",
            ParameterKind.Duration => "a span of time",
            ParameterKind.Function => "a function",
            _ => "a value",
        };

    public static string Remedy(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Text => "Pass one of its members, or make a text of it first.",
            ParameterKind.Constant => "Write the string itself here.",
            ParameterKind.Date => "Declare it as 'date' or 'datetime' in the schema, or read a text with 'date.parse'.",
            ParameterKind.List => "Pass a member declared as an array, or a list such as '[1, 2]'.",
            _ => "Pass a value of that type.",
        };

    // Scriban's integers of functions have 32 bits.
    private static BoundExpression? ToInteger(BoundExpression value, TemplateScope scope)
    {
        if (value is LiteralExpression { Value: long and >= int.MinValue and <= int.MaxValue and var integer })
        {
            return new LiteralExpression((int)integer, ValueTypes.Integer);
        }

        if (!ValueTypes.IsNumeric(value.Type) || value is LiteralExpression { Value: long })
        {
            return null;
        }

        scope.MayOverflow = true;
        return new CallExpression("TemplateValues.Int", new([value]), ValueTypes.Integer, IsNullable: false);
    }

    private static BoundExpression ToNumber(BoundExpression value) =>
        value is LiteralExpression { Value: long integer } ? ConstantFolding.Literal((double)integer)
        : value is LiteralExpression { Value: int small } ? ConstantFolding.Literal((double)small)
        : value;

    // `date` and `datetime` are texts to the rest of a template.
    private static BoundExpression? ToMoment(BoundExpression value) =>
        value.Type switch
        {
            BoundMoment => value,
            BoundScalar { Kind: ScalarKind.Date or ScalarKind.DateTime } => new CallExpression(
                "DateFunctions.Moment",
                new([value]),
                BoundMoment.Type,
                IsNullable: false
            ),
            _ => null,
        };

    // An empty list has no items that could say of what type they are.
    private static BoundExpression Typed(BoundExpression value) =>
        value is ListExpression { Items.Count: 0, Type: BoundList { Item: BoundNull } }
            ? new ListExpression(default, new BoundList(ValueTypes.Text, AllowsNull: false))
            : value;
}
