using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>string.*</c> and <c>regex.*</c>: functions that say something of texts, or read something out of them.</summary>
internal static class TextFactTable
{
    private static readonly BoundList Texts = new(ValueTypes.Text, AllowsNull: false);

    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Of("string.contains", ValueTypes.Boolean, "TextFunctions.Contains", Takes.Text("text"), Takes.Text("value")),
        TemplateFunction.Of("string.starts_with", ValueTypes.Boolean, "TextFunctions.StartsWith", Takes.Text("text"), Takes.Text("value")),
        TemplateFunction.Of("string.ends_with", ValueTypes.Boolean, "TextFunctions.EndsWith", Takes.Text("text"), Takes.Text("value")),
        TemplateFunction.Of(
            "string.equals_ignore_case",
            ValueTypes.Boolean,
            "TextFunctions.EqualsIgnoreCase",
            Takes.Text("text"),
            Takes.Text("value")
        ),
        TemplateFunction.Of("string.empty", ValueTypes.Boolean, "string.IsNullOrEmpty", Takes.Text("text").OrNull()),
        TemplateFunction.Of("string.whitespace", ValueTypes.Boolean, "string.IsNullOrWhiteSpace", Takes.Text("text").OrNull()),
        TemplateFunction.Special(
            "string.size",
            call => new SizeExpression(call[0], ValueTypes.Integer, IsNullable: false),
            Takes.Text("text")
        ),
        TemplateFunction.Special(
            "string.index_of",
            BindIndexOf,
            Takes.Text("text"),
            Takes.Text("search"),
            Takes.Integer("start_index").Or(null),
            Takes.Integer("count").Or(null),
            Takes.Text("string_comparison").Or(null)
        ),
        TemplateFunction.Of("string.split", Texts, "TextFunctions.Split", Takes.Text("text"), Takes.Text("match")),
        TemplateFunction.Special("string.to_int", call => BindReading(call, "ToInt", ValueTypes.Integer), Takes.Text("text")),
        TemplateFunction.Special("string.to_long", call => BindReading(call, "ToLong", ValueTypes.Integer), Takes.Text("text")),
        TemplateFunction.Special("string.to_double", call => BindReading(call, "ToDouble", ValueTypes.Number), Takes.Text("text")),
    ];

    private static BoundExpression BindIndexOf(FunctionCall call)
    {
        call.Scope.MayFail = true;
        return FunctionCall.Invoke("TextFunctions.IndexOf", ValueTypes.Integer, isNullable: false, call.AllArguments());
    }

    // Null is what they give for a text that is no number; one that the template itself holds is known to be.
    private static BoundExpression BindReading(FunctionCall call, string method, BoundType result)
    {
        var number = call.Invoke("TextFunctions." + method, result, isNullable: true);
        return call[0] is LiteralExpression { Value: string text } && IsNumber(text, method) ? new PresentExpression(number) : number;
    }

    private static bool IsNumber(string text, string method) =>
        method switch
        {
            "ToInt" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "ToLong" => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        };
}
