using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>PK10xx: what can be wrong with a file and its front matter.</summary>
internal static class FrontMatterRules
{
    public static readonly DiagnosticRule NotClosed = DiagnosticRule.Error(
        "PK1001",
        "Front matter is never closed",
        "The front matter that starts here is never closed. Add a line '---' between it and the template."
    );

    public static readonly DiagnosticRule FenceBelowBlankLines = DiagnosticRule.Error(
        "PK1002",
        "Front matter does not start the file",
        "Front matter must start the file: remove the blank lines above this '---'. If it is a rule of the template, start the file with an empty front matter (two lines '---')."
    );

    public static readonly DiagnosticRule NotAMap = DiagnosticRule.Error(
        "PK1003",
        "File is not a map",
        "{0} must be a map of {1}, but it is {2}.{3}"
    );

    public static readonly DiagnosticRule Syntax = DiagnosticRule.Error("PK1004", "YAML syntax error", "This is not valid YAML: {0}.");

    public static readonly DiagnosticRule NeverClosed = DiagnosticRule.Error(
        "PK1005",
        "Bracket or quote is never closed",
        "This {0} is never closed. Add the missing {1}."
    );

    public static readonly DiagnosticRule TabIndentation = DiagnosticRule.Error(
        "PK1006",
        "Tab in YAML",
        "YAML does not allow a tab here. Use spaces."
    );

    public static readonly DiagnosticRule ColonInPlainText = DiagnosticRule.Error(
        "PK1007",
        "': ' in unquoted text",
        "A ': ' in text starts a key. Quote the text: {0}"
    );

    public static readonly DiagnosticRule ReservedStart = DiagnosticRule.Error(
        "PK1008",
        "Text starts with a reserved character",
        "Unquoted text cannot start with '{0}'. Quote it: {1}"
    );

    public static readonly DiagnosticRule CommaInFlowMap = DiagnosticRule.Error(
        "PK1009",
        "Comma inside braces starts another member",
        "Inside braces a comma starts another member, so '{0}' is read as a key without a value. Quote the text: {1}"
    );

    public static readonly DiagnosticRule KeyWithoutValue = DiagnosticRule.Error(
        "PK1010",
        "Key without a value",
        "'{0}' has no value. Write '{0}: …'."
    );

    public static readonly DiagnosticRule UnsupportedYaml = DiagnosticRule.Error(
        "PK1011",
        "YAML feature that prompts do not use",
        "Prompt files do not use {0}: {1}."
    );

    public static readonly DiagnosticRule TooDeep = DiagnosticRule.Error(
        "PK1012",
        "Nested too deeply",
        "This is nested more than {0} levels deep. Give the inner part a name of its own."
    );

    public static readonly DiagnosticRule TooLong = DiagnosticRule.Error(
        "PK1013",
        "Front matter is too long",
        "The front matter is longer than {0} KB. Move text into the template."
    );

    public static readonly DiagnosticRule FileTooLong = DiagnosticRule.Error(
        "PK1014",
        "File is too long",
        "The file is longer than {0} KB. Split it, or pass the long text as an input."
    );

    public static readonly DiagnosticRule NotText = DiagnosticRule.Error(
        "PK1015",
        "File is not UTF-8 text",
        "This is not a character of UTF-8 text. Save the file as UTF-8 and remove it."
    );

    public static readonly DiagnosticRule UnknownKey = DiagnosticRule.Error("PK1020", "Unknown key", "Unknown key '{0}'{1}.{2}");

    public static readonly DiagnosticRule DuplicateKey = DiagnosticRule.Error(
        "PK1021",
        "Duplicate key",
        "'{0}' is already given above. Remove one of the two."
    );

    public static readonly DiagnosticRule WrongType = DiagnosticRule.Error(
        "PK1022",
        "Wrong type of value",
        "'{0}' must be {1}, but this is {2}."
    );

    public static readonly DiagnosticRule DottedKnownKey = DiagnosticRule.Error(
        "PK1023",
        "Known key written with a dot",
        "'{0}' is written as a dotted key, which is kept as metadata. Nest it: {1}"
    );

    public static readonly DiagnosticRule OutOfRange = DiagnosticRule.Error(
        "PK1025",
        "Value out of range",
        "'{0}' must be {1}, but this is {2}."
    );

    public static readonly DiagnosticRule BadToolName = DiagnosticRule.Error(
        "PK1026",
        "Name that providers refuse",
        "Providers refuse a tool named '{0}': a name holds up to 64 letters, digits, '_' and '-'."
    );

    public static readonly DiagnosticRule ListedTwice = DiagnosticRule.Error(
        "PK1027",
        "Listed twice",
        "'{0}' is already listed. Remove one of the two."
    );

    public static readonly DiagnosticRule UnknownToolChoice = DiagnosticRule.Error(
        "PK1028",
        "Unknown tool choice",
        "Unknown tool choice '{0}'.{1}"
    );

    public static readonly DiagnosticRule FormatNeedsSchema = DiagnosticRule.Error(
        "PK1029",
        "Output format does not go with the schema",
        "The output format '{0}' {1}. {2}"
    );

    public static readonly DiagnosticRule KeyOfMainFile = DiagnosticRule.Error(
        "PK1030",
        "Key that a variant inherits",
        "A variant inherits '{0}' from '{1}'. Remove it here; a variant may hold description, model, config, metadata, toolChoice and maxToolRounds."
    );
}
