namespace PromptKit.Compiler.Binding.Functions;

/// <summary>The functions that are not compiled, each with the reason and what to write instead.</summary>
internal static class RefusedTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Refused(
            "array.cycle",
            "it counts its calls over the whole template. Give the list a name and write 'list[for.index % list.size]' in the loop."
        ),
        TemplateFunction.Refused(
            "include_join",
            "it includes by names that are known only when the prompt is rendered. Write a loop with 'include' in it."
        ),
        TemplateFunction.Refused(
            "object.eval",
            "it runs code that is known only when the prompt is rendered. Write the expression into the template."
        ),
        TemplateFunction.Refused(
            "object.eval_template",
            "it runs a template that is known only when the prompt is rendered. Write it as a partial and include it."
        ),
        TemplateFunction.Refused(
            "object.from_json",
            "nothing says what its result holds. Read the JSON in C# and pass it as an input, declared in the schema."
        ),
        TemplateFunction.Refused("object.kind", "it names types of .NET that no schema tells. Write 'object.typeof'."),
        TemplateFunction.Refused("object.to_json", "it writes every letter beyond ASCII as an escape. Write 'json'."),
        TemplateFunction.Refused("string.to_float", "a number of 32 bits prints other digits. Write 'string.to_double'."),
    ];
}
