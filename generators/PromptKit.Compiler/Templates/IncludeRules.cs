using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Templates;

/// <summary>PK500x: what can be wrong with how an <c>include</c> is written.</summary>
internal static class IncludeRules
{
    public static readonly DiagnosticRule Name = DiagnosticRule.Error(
        "PK5001",
        "'include' needs a literal name",
        "'include' takes the name of a partial in quotes, such as {{{{ include \"tone\" }}}}: partials are compiled into their prompts, so no name "
            + "can be computed when the prompt is rendered. {0}"
    );

    public static readonly DiagnosticRule PositionalArgument = DiagnosticRule.Error(
        "PK5002",
        "Argument of 'include' without a name",
        "'include' passes its arguments by name. Write 'name: {0}', and read it in the partial as '$name'; what is computed stands in parentheses."
    );

    public static readonly DiagnosticRule Argument = DiagnosticRule.Error(
        "PK5003",
        "Argument that 'include' cannot pass",
        "The argument '{0}' {1}."
    );

    public static readonly DiagnosticRule ArgumentByNumber = DiagnosticRule.Error(
        "PK5004",
        "Argument read by its number",
        "'{0}' reads arguments by their order, and only a function written in place has one, '$0'. Pass it by name, and read '$name'."
    );
}
