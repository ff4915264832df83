using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>Puts the arguments of a call to their parameters.</summary>
internal static class ArgumentMatching
{
    /// <returns>An argument or null for each parameter; null when they do not fit, which is reported.</returns>
    public static ArgumentNode?[]? Match(TemplateFunction function, CallNode node, DiagnosticBag diagnostics)
    {
        var parameters = function.Parameters;
        var matched = new ArgumentNode?[parameters.Count];
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            var argument = node.Arguments[i];
            var index = i;
            if (argument.Name is { } name)
            {
                index = IndexOf(parameters, name);
                if (index < 0)
                {
                    var remedy = Spelling.Suggest(name, parameters.Select(parameter => parameter.Name));
                    diagnostics.Add(FunctionRules.UnknownArgument, argument.NameRange, function.Name, name, remedy, Signature(function));
                    return null;
                }
            }
            else if (i > 0 && node.Arguments[i - 1].Name is not null)
            {
                diagnostics.Add(FunctionRules.ArgumentBehindNamed, argument.NameRange);
                return null;
            }

            if (index >= parameters.Count)
            {
                diagnostics.Add(FunctionRules.TooManyArguments, argument.NameRange, function.Name, Signature(function));
                return null;
            }

            if (matched[index] is not null)
            {
                diagnostics.Add(FunctionRules.ArgumentTwice, argument.NameRange, function.Name, parameters[index].Name);
                return null;
            }

            matched[index] = argument;
        }

        return HasAll(function, matched, node, diagnostics) ? matched : null;
    }

    /// <summary>A function with its parameters, as templates name them.</summary>
    public static string Signature(TemplateFunction function) =>
        string.Join(" ", function.Parameters.Select(Written).Prepend(function.Name));

    private static string Written(FunctionParameter parameter) => parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name;

    private static bool HasAll(TemplateFunction function, ArgumentNode?[] matched, CallNode node, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < matched.Length; i++)
        {
            if (matched[i] is null && !function.Parameters[i].IsOptional)
            {
                diagnostics.Add(
                    FunctionRules.MissingArgument,
                    node.FunctionRange,
                    function.Name,
                    function.Parameters[i].Name,
                    Signature(function)
                );
                return false;
            }
        }

        return true;
    }

    private static int IndexOf(EquatableArray<FunctionParameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
