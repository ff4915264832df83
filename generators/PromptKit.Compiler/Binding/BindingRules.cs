using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>PK40xx: what can be wrong with names and types.</summary>
internal static class BindingRules
{
    public static readonly DiagnosticRule UnknownVariable = DiagnosticRule.Error(
        "PK4001",
        "Unknown variable",
        "Unknown variable '{0}'.{1}"
    );

    public static readonly DiagnosticRule UnknownRole = DiagnosticRule.Error(
        "PK4002",
        "Unknown role",
        "Unknown role '{0}'.{1} The roles are 'system', 'user' and 'assistant' (or 'model')."
    );

    public static readonly DiagnosticRule CannotPrintYet = DiagnosticRule.Error(
        "PK4003",
        "Value that cannot be printed yet",
        "'{0}' is {1}; printing it cannot be compiled by this version of PromptKit. Declare a string member and pass the text."
    );
}
