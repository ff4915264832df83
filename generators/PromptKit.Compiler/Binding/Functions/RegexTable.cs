using System.Text.RegularExpressions;
using PromptKit.Compiler.Binding.Model;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>regex.*</c>.</summary>
internal static class RegexTable
{
    private static readonly BoundList Texts = new(ValueTypes.Text, AllowsNull: false);

    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Of("regex.escape", ValueTypes.Text, "PatternFunctions.Escape", Takes.Text("pattern")),
        Of("regex.match", "Match", Texts, Takes.Text("text"), Takes.Text("pattern"), Takes.Text("options").Or(null)),
        Of(
            "regex.matches",
            "Matches",
            new BoundList(Texts, AllowsNull: false),
            Takes.Text("text"),
            Takes.Text("pattern"),
            Takes.Text("options").Or(null)
        ),
        Of(
            "regex.replace",
            "Replace",
            ValueTypes.Text,
            Takes.Text("text"),
            Takes.Text("pattern"),
            Takes.Text("replace"),
            Takes.Text("options").Or(null)
        ),
        Of("regex.split", "Split", Texts, Takes.Text("text"), Takes.Text("pattern"), Takes.Text("options").Or(null)),
        TemplateFunction.Failing("regex.unescape", ValueTypes.Text, "PatternFunctions.Unescape", Takes.Text("pattern")),
    ];

    private static TemplateFunction Of(string name, string method, BoundType result, params FunctionParameter[] parameters) =>
        TemplateFunction.Special(name, call => Bind(call, "PatternFunctions." + method, result), parameters);

    // A pattern that the template itself holds is read here, so that a mistake in it is found when the prompt is built.
    private static BoundExpression? Bind(FunctionCall call, string method, BoundType result)
    {
        if (call[1] is LiteralExpression { Value: string pattern } && Problem(pattern) is { } problem)
        {
            return call.Report(FunctionRules.BadPattern, call.NodeOf(1).Range, problem);
        }

        call.Scope.MayFail = true;
        return call.Invoke(method, result);
    }

    private static string? Problem(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
