using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>PK40xx: what can be wrong with names and types. PK41xx: what is allowed, but rarely meant.</summary>
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

    public static readonly DiagnosticRule CannotUseYet = DiagnosticRule.Error(
        "PK4003",
        "Value that cannot be used this way yet",
        "'{0}' is {1}; {2} cannot be compiled by this version of PromptKit. {3}"
    );

    public static readonly DiagnosticRule UnknownMember = DiagnosticRule.Error(
        "PK4004",
        "Unknown member",
        "'{0}' is {1} and has no member '{2}'.{3}"
    );

    public static readonly DiagnosticRule PossiblyNull = DiagnosticRule.Error(
        "PK4005",
        "Value that may be null",
        "'{0}' may be null here, so it cannot be {1}. Give it a value with '??', or put this into an 'if' on it.{2}"
    );

    public static readonly DiagnosticRule WrongOperand = DiagnosticRule.Error(
        "PK4006",
        "Operator does not fit",
        "'{0}' cannot be applied to {1}. {2}"
    );

    public static readonly DiagnosticRule NotIterable = DiagnosticRule.Error(
        "PK4007",
        "'for' over what is no list",
        "'{0}' is {1}; 'for' runs over a list or a range. Give it a list, such as '1..5' or a member declared as an array."
    );

    public static readonly DiagnosticRule NotAssigned = DiagnosticRule.Error(
        "PK4008",
        "Local without a value",
        "'{0}' is not assigned on every way that leads here. Assign it before, outside of the 'if' or the loop."
    );

    public static readonly DiagnosticRule TwoTypes = DiagnosticRule.Error(
        "PK4009",
        "Value of two types",
        "'{0}' would be {1} here and {2} elsewhere. {3}"
    );

    public static readonly DiagnosticRule CannotAssign = DiagnosticRule.Error(
        "PK4010",
        "Assignment to what cannot change",
        "'{0}' is {1} and cannot be assigned. Use another name."
    );

    public static readonly DiagnosticRule NotAMember = DiagnosticRule.Error(
        "PK4011",
        "Value that the enum does not have",
        "'{0}' is not a value of '{1}'.{2} The values are {3}."
    );

    public static readonly DiagnosticRule UnknownLoopMember = DiagnosticRule.Error(
        "PK4012",
        "Unknown member of the loop",
        "'{0}' is not known here.{1} A 'for' loop has 'for.index', 'for.rindex', 'for.first', 'for.last', 'for.even', 'for.odd' and 'for.length'."
    );

    public static readonly DiagnosticRule UnknownFunction = DiagnosticRule.Error(
        "PK4050",
        "Unknown function",
        "There is no function '{0}'.{1} The functions are listed in prompts/README.md."
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
        "A function is no value here. It can be given to 'array.any', 'array.each', 'array.filter' and 'array.join', or piped into: 'x | @f'."
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

    public static readonly DiagnosticRule AlwaysTrue = DiagnosticRule.Warning(
        "PK4101",
        "Condition that is always true",
        "'{0}' is {1} and never null, so this condition is always true: only null and false are false. {2}"
    );

    public static readonly DiagnosticRule MixedComparison = DiagnosticRule.Warning(
        "PK4102",
        "Comparison of a text with something else",
        "'{0}' compares {1} with {2} as texts, so 10 is less than \"9\". Compare values of one type."
    );
}
