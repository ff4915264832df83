using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>PK4050 to PK4079: what can be wrong with calls of functions.</summary>
internal static class FunctionRules
{
    public static readonly DiagnosticRule UnknownFunction = DiagnosticRule.Error(
        "PK4050",
        "Unknown function",
        "There is no function '{0}'.{1}"
    );

    public static readonly DiagnosticRule RefusedFunction = DiagnosticRule.Error(
        "PK4051",
        "Function that is not compiled",
        "'{0}' cannot be compiled: {1}"
    );

    public static readonly DiagnosticRule TooManyArguments = DiagnosticRule.Error(
        "PK4052",
        "Too many arguments",
        "'{0}' does not take so many arguments. Write '{1}'; what is piped in is the first."
    );

    public static readonly DiagnosticRule MissingArgument = DiagnosticRule.Error(
        "PK4053",
        "Missing argument",
        "'{0}' needs '{1}'. Write '{2}'; what is piped in is the first."
    );

    public static readonly DiagnosticRule UnknownArgument = DiagnosticRule.Error(
        "PK4054",
        "Unknown named argument",
        "'{0}' has no parameter '{1}'.{2} It is '{3}'."
    );

    public static readonly DiagnosticRule ArgumentTwice = DiagnosticRule.Error(
        "PK4055",
        "Argument given twice",
        "'{0}' already has its '{1}'. Remove one of the two; what is piped in is the first argument."
    );

    public static readonly DiagnosticRule WrongArgument = DiagnosticRule.Error(
        "PK4056",
        "Argument of a wrong type",
        "'{0}' takes {1} as its '{2}', and '{3}' is {4}.{5}"
    );

    public static readonly DiagnosticRule HiddenFunction = DiagnosticRule.Error(
        "PK4057",
        "Functions hidden by a name",
        "{0} '{1}' hides the functions of that name, so '{2}' cannot be called. Give it another name."
    );

    public static readonly DiagnosticRule GroupIsNoValue = DiagnosticRule.Error(
        "PK4058",
        "Group of functions as a value",
        "'{0}' is a group of functions and no value. Write the function's name behind it, such as '{0}.…', or declare an input of that name."
    );

    public static readonly DiagnosticRule CallOfValue = DiagnosticRule.Error(
        "PK4059",
        "Call of a value",
        "'{0}' is a value and no function, so it takes no arguments and nothing can be piped into it. To write several values, give each its own {{{{ … }}}}."
    );

    public static readonly DiagnosticRule ArgumentBehindNamed = DiagnosticRule.Error(
        "PK4060",
        "Argument behind a named one",
        "This argument has no name and stands behind one that has. Name it too, or put it before."
    );

    public static readonly DiagnosticRule NoFunction = DiagnosticRule.Error(
        "PK4061",
        "Function expected",
        "'{0}' is no function. Write one in place, '@(do; ret $0 > 1; end)', or name one, '@string.upcase'."
    );

    public static readonly DiagnosticRule FunctionIsNoValue = DiagnosticRule.Error(
        "PK4062",
        "Function as a value",
        "A function is no value here. It can be given to 'array.any', 'array.each', 'array.filter' and 'array.join', or piped into: 'x | @f'.{0}"
    );

    public static readonly DiagnosticRule UnknownItemMember = DiagnosticRule.Error(
        "PK4063",
        "Member that the items do not have",
        "The items of '{0}' have no member '{1}'.{2}"
    );

    public static readonly DiagnosticRule MapOfOptional = DiagnosticRule.Error(
        "PK4064",
        "Map to what may be missing",
        "'{0}' may be missing, and a missing one gives no item where a null gives one. Write 'array.each @(do; ret $0.{0}; end)' to get null for both."
    );

    public static readonly DiagnosticRule DivisorOfUnknownSize = DiagnosticRule.Error(
        "PK4065",
        "Division whose result depends on how an integer is stored",
        "'math.divided_by' drops the fraction when '{0}' fits 32 bits, and keeps it when it does not. Write '//' to drop it, or '/' to keep it."
    );

    public static readonly DiagnosticRule BadPattern = DiagnosticRule.Error(
        "PK4066",
        "Regular expression that cannot be read",
        "This is no regular expression: {0}. Write '\\' before a character that is meant as it is."
    );
}
