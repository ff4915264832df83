using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>PK104x: what can be wrong with the names of files.</summary>
internal static class FileRules
{
    public static readonly DiagnosticRule SameName = DiagnosticRule.Error(
        "PK1040",
        "Two prompts with one name",
        "'{0}' would be '{1}', as '{2}' is. Rename one of the files, or give one a 'name:'."
    );

    public static readonly DiagnosticRule FileBesideFolder = DiagnosticRule.Error(
        "PK1041",
        "Prompt named like a folder",
        "'{0}' would be '{1}', which is the class of the folder that holds '{2}'. Rename the file or the folder, or give the file a 'name:'."
    );

    public static readonly DiagnosticRule ReservedName = DiagnosticRule.Error(
        "PK1042",
        "Name that is taken",
        "A prompt cannot be named '{0}' here: {1}. Rename the file, or give it a 'name:'."
    );

    public static readonly DiagnosticRule VariantWithoutMain = DiagnosticRule.Error(
        "PK1043",
        "Variant without a main file",
        "'{0}' is a variant of '{1}.prompt', which is not there. Add that file, or rename this one without the dot."
    );

    public static readonly DiagnosticRule ReservedVariant = DiagnosticRule.Error(
        "PK1044",
        "Variant name that is taken",
        "A variant cannot be named '{0}': every prompt has a member '{1}'. Rename the file."
    );

    public static readonly DiagnosticRule TypeExists = DiagnosticRule.Error(
        "PK1045",
        "Generated type exists already",
        "'{0}' is already {1} of the project. Rename it, or set the MSBuild property '{2}' to another name."
    );

    public static readonly DiagnosticRule BadSetting = DiagnosticRule.Error(
        "PK1046",
        "MSBuild property has a wrong value",
        "The MSBuild property '{0}' must be {1}, but it is '{2}'."
    );
}
