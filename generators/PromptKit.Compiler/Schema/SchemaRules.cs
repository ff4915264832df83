using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Schema;

/// <summary>PK20xx: what can be wrong with a schema.</summary>
internal static class SchemaRules
{
    public static readonly DiagnosticRule UnknownType = DiagnosticRule.Error("PK2001", "Unknown type", "Unknown type '{0}'.{1}");

    public static readonly DiagnosticRule NotCompiledYet = DiagnosticRule.Error(
        "PK2002",
        "Schema construct not compiled yet",
        "{0} cannot be compiled by this version of PromptKit. {1}"
    );

    public static readonly DiagnosticRule WrongForm = DiagnosticRule.Error(
        "PK2003",
        "A schema is not written this way",
        "{0} must be {1}, but this is {2}. {3}"
    );

    public static readonly DiagnosticRule BadInputName = DiagnosticRule.Error(
        "PK2004",
        "Name that a template cannot read",
        "A template cannot read an input named '{0}': {1}. Rename it{2}."
    );

    public static readonly DiagnosticRule DuplicateMember = DiagnosticRule.Error(
        "PK2005",
        "Duplicate member",
        "'{0}' is already declared above. Remove one of the two."
    );

    public static readonly DiagnosticRule CommentCutsDescription = DiagnosticRule.Error(
        "PK2006",
        "Description cut by a comment",
        "' #' starts a comment, so the description ends before it. Quote the text: {0}"
    );
}
