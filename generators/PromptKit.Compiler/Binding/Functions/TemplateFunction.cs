using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>A function of templates.</summary>
/// <param name="Name">Its name, with its group.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Bind">Makes its result of checked arguments; gives null when it has reported why it cannot.</param>
internal sealed record TemplateFunction(
    string Name,
    EquatableArray<FunctionParameter> Parameters,
    Func<FunctionCall, BoundExpression?> Bind
)
{
    /// <summary>Why it is not compiled, and what to write instead; null when it is compiled.</summary>
    public string? Refusal { get; init; }

    /// <summary>A function with one result type.</summary>
    /// <param name="name">Its name, with its group.</param>
    /// <param name="result">The type of the result.</param>
    /// <param name="method">What computes it: a member of a class of <c>PromptKit.Rendering</c>, or, behind a dot, of the first argument.</param>
    /// <param name="parameters">What it takes.</param>
    public static TemplateFunction Of(string name, BoundType result, string method, params FunctionParameter[] parameters) =>
        new(name, parameters.ToEquatableArray(), call => call.Invoke(method, result));

    /// <summary>A function that may have no result.</summary>
    /// <inheritdoc cref="Of"/>
    public static TemplateFunction Maybe(string name, BoundType result, string method, params FunctionParameter[] parameters) =>
        new(name, parameters.ToEquatableArray(), call => call.Invoke(method, result, isNullable: true));

    /// <summary>A function that may fail on some values.</summary>
    /// <inheritdoc cref="Of"/>
    public static TemplateFunction Failing(string name, BoundType result, string method, params FunctionParameter[] parameters) =>
        new(
            name,
            parameters.ToEquatableArray(),
            call =>
            {
                call.Scope.MayFail = true;
                return call.Invoke(method, result);
            }
        );

    /// <summary>A function whose result depends on the types of its arguments.</summary>
    public static TemplateFunction Special(string name, Func<FunctionCall, BoundExpression?> bind, params FunctionParameter[] parameters) =>
        new(name, parameters.ToEquatableArray(), bind);

    /// <summary>A function that is not compiled.</summary>
    public static TemplateFunction Refused(string name, string refusal) =>
        new(name, default, _ => throw new InvalidOperationException()) { Refusal = refusal };
}
