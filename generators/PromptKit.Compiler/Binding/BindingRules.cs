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

    public static readonly DiagnosticRule CannotUse = DiagnosticRule.Error(
        "PK4003",
        "Value that cannot be used this way",
        "'{0}' is {1}; {2} is not possible in a prompt. {3}"
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
        "'{0}' is {1}; 'for' runs over a list, a map, a range or a string's characters. Give it one, such as '1..5' or a member declared as an array."
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
        "'{0}' is not known here.{1} A 'for' loop has 'for.index', 'for.rindex', 'for.first', 'for.last', 'for.even', 'for.odd', 'for.changed' and 'for.length'; a 'while' loop has 'while.index', 'while.first', 'while.even' and 'while.odd'."
    );

    public static readonly DiagnosticRule SecondHistory = DiagnosticRule.Error(
        "PK4013",
        "Second 'history'",
        "'history' may have been placed already on a way that leads here, and the history is sent once. Remove one of them."
    );

    public static readonly DiagnosticRule NoRoleBehindHistory = DiagnosticRule.Error(
        "PK4014",
        "Text behind 'history' without a role",
        "This follows 'history' and belongs to no message. Write {{{{ role \"user\" }}}} or {{{{ role \"system\" }}}} before it."
    );

    public static readonly DiagnosticRule NeedsRoles = DiagnosticRule.Error(
        "PK4015",
        "'history' or 'media' in a template without roles",
        "'{0}' needs a template with roles; this one is a single message. Write {{{{ role \"system\" }}}} or {{{{ role \"user\" }}}} before its text."
    );

    public static readonly DiagnosticRule NoMedia = DiagnosticRule.Error(
        "PK4016",
        "'media' of what is no media",
        "'{0}' is {1}, which 'media' does not take. {2}"
    );

    public static readonly DiagnosticRule NotPrintable = DiagnosticRule.Error(
        "PK4017",
        "Value without a text",
        "'{0}' is {1} and cannot be printed. {2}"
    );

    public static readonly DiagnosticRule EmptyObject = DiagnosticRule.Error(
        "PK4018",
        "Object without members",
        "This object has no members, and none can be added to it. Write its members: {{ name: value }}."
    );

    public static readonly DiagnosticRule NoTypeOfMember = DiagnosticRule.Error(
        "PK4019",
        "Member without a type",
        "The member '{0}' would always be '{1}', so nothing is known of its type. Leave it out, or give it a value."
    );

    public static readonly DiagnosticRule NoWholeInput = DiagnosticRule.Error(
        "PK4300",
        "Whole input where it is not seen",
        "'this' is the input of the prompt, which a partial with parameters does not see. Pass 'json this' to it as an argument, or write a parameter: 'json $name'."
    );

    public static readonly DiagnosticRule TwoTypesInUnion = DiagnosticRule.Error(
        "PK4301",
        "Member that has two types in a union",
        "'{0}' is {1} with '{2}' and {3} with '{4}', so nothing can be done with it here. Give the members different names in the schema, and close the objects with 'additionalProperties: false'."
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

    public static readonly DiagnosticRule UnusedInput = DiagnosticRule.Warning(
        "PK4104",
        "Unused input",
        "Nothing reads the input '{0}'. Remove it, or write {{{{ {0} }}}} where it belongs.{1}"
    );

    public static readonly DiagnosticRule PrintedObject = DiagnosticRule.Warning(
        "PK4103",
        "Printed object",
        "'{0}' is {1} and is printed with the names of all its members. Print its members, or write 'json {0}'."
    );
}
