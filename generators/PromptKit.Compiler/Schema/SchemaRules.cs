using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Schema;

/// <summary>PK20xx: what can be wrong with a schema.</summary>
internal static class SchemaRules
{
    public static readonly DiagnosticRule UnknownType = DiagnosticRule.Error("PK2001", "Unknown type", "Unknown type '{0}'.{1}");

    public static readonly DiagnosticRule NotAType = DiagnosticRule.Error("PK2002", "Not a type", "This must be a type, but it is {0}.{1}");

    public static readonly DiagnosticRule NoType = DiagnosticRule.Error("PK2003", "Member without a type", "'{0}' has no type. {1}");

    public static readonly DiagnosticRule BadInputName = DiagnosticRule.Error(
        "PK2004",
        "Name that a template cannot read",
        "A template cannot read an input named '{0}': {1}. Rename it, for example to '{2}'."
    );

    public static readonly DiagnosticRule DuplicateMember = DiagnosticRule.Error(
        "PK2005",
        "Duplicate member",
        "'{0}' is already declared above. Remove one of the two."
    );

    public static readonly DiagnosticRule CommentCutsDescription = DiagnosticRule.Error(
        "PK2006",
        "Description cut by a comment",
        "' #' starts a comment, so this is not part of the text. Quote the text: {0}"
    );

    public static readonly DiagnosticRule BadKey = DiagnosticRule.Error("PK2007", "Malformed member", "'{0}' cannot be read: {1}. {2}");

    public static readonly DiagnosticRule UnknownKind = DiagnosticRule.Error("PK2008", "Unknown kind of member", "Unknown kind '{0}'.{1}");

    public static readonly DiagnosticRule BadKindValue = DiagnosticRule.Error(
        "PK2009",
        "Value does not go with the kind",
        "The value of '({0})' must be {1}. {2}"
    );

    public static readonly DiagnosticRule BadEnumValue = DiagnosticRule.Error(
        "PK2010",
        "Value that an enum cannot have",
        "An enum holds strings or integers, but this is {0}. Quote it if it is text."
    );

    public static readonly DiagnosticRule DuplicateEnumValue = DiagnosticRule.Error(
        "PK2011",
        "Duplicate enum value",
        "'{0}' is already listed. Remove one of the two."
    );

    public static readonly DiagnosticRule MixedEnum = DiagnosticRule.Error(
        "PK2012",
        "Enum of strings and integers",
        "An enum holds either strings or integers, but '{0}' is of the other kind. Quote the numbers to make them strings."
    );

    public static readonly DiagnosticRule EnumNamesClash = DiagnosticRule.Error(
        "PK2013",
        "Enum values with one name",
        "'{0}' becomes '{1}' in C#, as '{2}' does. Name them apart in JSON Schema: oneOf: [{{ const: …, title: … }}, …]."
    );

    public static readonly DiagnosticRule Ambiguous = DiagnosticRule.Error(
        "PK2014",
        "Picoschema or JSON Schema?",
        "With '{0}' this reads as Picoschema (members with these names) and as JSON Schema (a description of the value). For Picoschema write '{0}(object): …' or put a description behind the type; for JSON Schema write 'type: object' and 'properties: …'."
    );

    public static readonly DiagnosticRule MediaOnlyInInput = DiagnosticRule.Error(
        "PK2015",
        "Media outside of an input",
        "'media' can only be an input. For a link to an image in an answer, write 'uri'."
    );

    public static readonly DiagnosticRule UnknownKeyword = DiagnosticRule.Error(
        "PK2020",
        "Unknown JSON Schema keyword",
        "JSON Schema has no keyword '{0}'.{1}"
    );

    public static readonly DiagnosticRule UnsupportedKeyword = DiagnosticRule.Error(
        "PK2021",
        "JSON Schema construct without a C# type",
        "'{0}' cannot become a C# type. {1}"
    );

    public static readonly DiagnosticRule BadKeywordValue = DiagnosticRule.Error(
        "PK2022",
        "Wrong value of a JSON Schema keyword",
        "'{0}' must be {1}, but this is {2}."
    );

    public static readonly DiagnosticRule UnknownJsonType = DiagnosticRule.Error(
        "PK2023",
        "Unknown JSON Schema type",
        "JSON Schema has no type '{0}'.{1}"
    );

    public static readonly DiagnosticRule KeywordOfOtherType = DiagnosticRule.Error(
        "PK2024",
        "Keyword of another type",
        "'{0}' is for {1}, but this is {2}. Remove it, or change the type."
    );

    public static readonly DiagnosticRule RequiredButUndeclared = DiagnosticRule.Error(
        "PK2025",
        "Required member is not declared",
        "'{0}' is required but not declared under 'properties'.{1}"
    );

    public static readonly DiagnosticRule UnresolvedReference = DiagnosticRule.Error(
        "PK2026",
        "Reference to nothing",
        "'{0}' refers to nothing.{1}"
    );

    public static readonly DiagnosticRule DefaultDoesNotFit = DiagnosticRule.Error(
        "PK2030",
        "Default does not fit",
        "The default of '{0}' must be {1}, but this is {2}.{3}"
    );

    public static readonly DiagnosticRule DefaultOfUnknown = DiagnosticRule.Error(
        "PK2031",
        "Default of an unknown member",
        "There is no input '{0}'.{1}"
    );

    public static readonly DiagnosticRule CircularSchema = DiagnosticRule.Error(
        "PK2040",
        "Circular schemas",
        "'{0}' contains itself: {1}. Break the circle, or describe one of them as 'any'."
    );

    public static readonly DiagnosticRule UnusedSchema = DiagnosticRule.Warning(
        "PK2041",
        "Unused schema",
        "No prompt uses the schema '{0}'. Remove it, or use it as a type."
    );

    public static readonly DiagnosticRule BadSchemaName = DiagnosticRule.Error(
        "PK2042",
        "Name that a schema cannot have",
        "A schema cannot be named '{0}': {1}. Rename it."
    );
}
