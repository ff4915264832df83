using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>PK501x and PK502x: what can be wrong between a partial and what includes it.</summary>
internal static class PartialRules
{
    public static readonly DiagnosticRule UnknownPartial = DiagnosticRule.Error(
        "PK5010",
        "Unknown partial",
        "There is no partial '{0}'.{1} Its file would be '{2}', in the folder of this file or one above it."
    );

    public static readonly DiagnosticRule Cycle = DiagnosticRule.Error(
        "PK5011",
        "Partial that includes itself",
        "'{0}' includes itself: {1}. Remove one of these includes."
    );

    public static readonly DiagnosticRule DoesNotFit = DiagnosticRule.Error(
        "PK5012",
        "Partial that does not fit where it is included",
        "'{0}' does not fit here. {1}: {2}"
    );

    public static readonly DiagnosticRule NotPassed = DiagnosticRule.Error(
        "PK5013",
        "Argument that the partial reads is not passed",
        "'{0}' reads '{1}' ({2}), which is not passed here. Write '{3}: …' behind the name."
    );

    public static readonly DiagnosticRule MissingArgument = DiagnosticRule.Error(
        "PK5014",
        "Argument that the partial requires is not passed",
        "'{0}' requires '{1}', {2}. Write '{1}: …' behind the name."
    );

    public static readonly DiagnosticRule UnknownArgument = DiagnosticRule.Error(
        "PK5015",
        "Argument that the partial does not take",
        "'{0}' takes no argument '{1}'.{2} {3}"
    );

    public static readonly DiagnosticRule WrongArgument = DiagnosticRule.Error(
        "PK5016",
        "Argument of another type",
        "The argument '{0}' of '{1}' must be {2}, but this is {3}.{4}"
    );

    public static readonly DiagnosticRule Assignment = DiagnosticRule.Error(
        "PK5017",
        "Assignment in a partial that its prompts would see",
        "A partial cannot assign '{0}', which would be a local of every prompt that includes it. Write '${0}', a local of the partial."
    );

    public static readonly DiagnosticRule Hidden = DiagnosticRule.Error(
        "PK5018",
        "Name that a partial with parameters does not see",
        "'{0}' is not seen here: a partial that declares 'input' sees its parameters alone.{1}"
    );

    public static readonly DiagnosticRule MessageInText = DiagnosticRule.Error(
        "PK5019",
        "Message inside of an included text",
        "'{0}' ({1}) is about messages, and the partial is included as a value. Include it in a tag of its own, outside of 'capture'."
    );

    public static readonly DiagnosticRule Key = DiagnosticRule.Error(
        "PK5020",
        "Key that a partial does not have",
        "'{0}' means nothing in a partial, which has 'description' and 'input: {{ schema: … }}' alone. {1}"
    );

    public static readonly DiagnosticRule TooLarge = DiagnosticRule.Error(
        "PK5021",
        "Included text is too large",
        "With this include the file {0}. Partials that include others several times grow fast: include fewer, or loop over the data instead."
    );

    public static readonly DiagnosticRule SameName = DiagnosticRule.Error(
        "PK5023",
        "Two partials of one name",
        "'{0}' and '{1}' are both '{2}' to an 'include'. Rename one of the files."
    );

    public static readonly DiagnosticRule HistoryInLoop = DiagnosticRule.Error(
        "PK5024",
        "Partial with 'history' in a loop",
        "'history' ({0}) cannot be included in a loop: the history is sent once. Include it before or behind the loop."
    );

    public static readonly DiagnosticRule Unused = DiagnosticRule.Warning(
        "PK5022",
        "Partial that nobody includes",
        "No prompt includes '{0}'. Write {{{{ include \"{1}\" }}}} where it is wanted, or remove the file."
    );
}
