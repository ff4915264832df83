using PromptKit.Compiler.Binding.Model;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>date.*</c> and <c>timespan.*</c>.</summary>
internal static class DateTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        Add("days", Takes.Number("days")),
        Add("hours", Takes.Number("hours")),
        Add("milliseconds", Takes.Number("millis")),
        Add("minutes", Takes.Number("minutes")),
        Add("months", Takes.Integer("months")),
        Add("seconds", Takes.Number("seconds")),
        Add("years", Takes.Integer("years")),
        TemplateFunction.Of("date.now", BoundMoment.Type, "DateFunctions.Now"),
        TemplateFunction.Special(
            "date.parse",
            call => BindMaybe(call, "DateFunctions.Parse", BoundMoment.Type),
            Takes.Text("text"),
            Takes.Text("pattern").Or(null),
            Takes.Text("culture").Or(null)
        ),
        TemplateFunction.Special(
            "date.parse_to_string",
            call => BindMaybe(call, "DateFunctions.ParseToString", ValueTypes.Text),
            Takes.Text("text"),
            Takes.Text("output_pattern").Or(null),
            Takes.Text("output_culture").Or(null),
            Takes.Text("input_pattern").Or(null),
            Takes.Text("input_culture").Or(null)
        ),
        TemplateFunction.Failing(
            "date.to_string",
            ValueTypes.Text,
            "DateFunctions.ToText",
            Takes.Date("date"),
            Takes.Text("pattern"),
            Takes.Text("culture").Or(null)
        ),
        TemplateFunction.Of("date.utc_now", BoundMoment.Type, "DateFunctions.UtcNow"),
        From("days", "days"),
        From("hours", "hours"),
        From("milliseconds", "millis"),
        From("minutes", "minutes"),
        From("seconds", "seconds"),
        TemplateFunction.Failing("timespan.parse", BoundDuration.Type, "DurationFunctions.Parse", Takes.Text("text")),
        TemplateFunction.Of("timespan.zero", BoundDuration.Type, "DurationFunctions.Zero"),
    ];

    private static TemplateFunction Add(string unit, FunctionParameter amount) =>
        TemplateFunction.Failing($"date.add_{unit}", BoundMoment.Type, "DateFunctions.Add" + Capital(unit), Takes.Date("date"), amount);

    private static TemplateFunction From(string unit, string parameter) =>
        TemplateFunction.Failing(
            $"timespan.from_{unit}",
            BoundDuration.Type,
            "DurationFunctions.From" + Capital(unit),
            Takes.Number(parameter)
        );

    // Null is what they give for the empty text alone.
    private static BoundExpression BindMaybe(FunctionCall call, string method, BoundType result)
    {
        call.Scope.MayFail = true;
        var parsed = FunctionCall.Invoke(method, result, isNullable: true, call.AllArguments());
        return call[0] is LiteralExpression { Value: string { Length: > 0 } } ? new PresentExpression(parsed) : parsed;
    }

    private static string Capital(string unit) => char.ToUpperInvariant(unit[0]) + unit.Substring(1);
}
