namespace PromptKit.Compiler.Binding.Functions;

/// <summary>The functions that are not compiled, each with the reason and what to write instead.</summary>
internal static class RefusedTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Refused(
            "object.eval",
            "it runs code that is known only when the prompt is rendered. Write the expression into the template."
        ),
        TemplateFunction.Refused(
            "object.eval_template",
            "it runs a template that is known only when the prompt is rendered. Write it as a partial and include it."
        ),
    ];
}
