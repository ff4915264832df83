using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>PK51xx: what can be wrong with tools, in prompts and in C#.</summary>
internal static class ToolRules
{
    public static readonly DiagnosticRule UnknownTool = DiagnosticRule.Error(
        "PK5100",
        "Tool without a method",
        "There is no tool '{0}'.{1} Put [PromptTool(\"{0}\")] on a method, or write '{0}?' when the tool is given with the chat."
    );

    public static readonly DiagnosticRule UnsupportedParameter = DiagnosticRule.Error(
        "PK5101",
        "Parameter that no model can give",
        "The parameter '{0}' of the tool '{1}' cannot come from a model: {2}. {3}"
    );

    public static readonly DiagnosticRule UnsupportedResult = DiagnosticRule.Error(
        "PK5102",
        "Result that no model can get",
        "The result of the tool '{0}' cannot be given to a model: {1}. {2}"
    );

    public static readonly DiagnosticRule BadName = DiagnosticRule.Error(
        "PK5103",
        "Tool name that providers refuse",
        "A tool cannot be named '{0}': providers accept 1 to 64 of the characters A-Z, a-z, 0-9, '_' and '-'. {1}"
    );

    public static readonly DiagnosticRule SameName = DiagnosticRule.Error(
        "PK5104",
        "Two tools with one name",
        "Another [PromptTool] is named '{0}' too ({1}). Give one of them another name."
    );

    public static readonly DiagnosticRule CannotCall = DiagnosticRule.Error(
        "PK5105",
        "Method that cannot be a tool",
        "The method '{0}' cannot be a tool: {1}. {2}"
    );

    public static readonly DiagnosticRule Unused = DiagnosticRule.Info(
        "PK5106",
        "Unused tool",
        "No prompt uses the tool '{0}'. Name it under 'tools' of a prompt, or give it with a chat: '{1}'."
    );

    public static readonly DiagnosticRule TwoTools = DiagnosticRule.Error(
        "PK5107",
        "Tool of two projects",
        "Two referenced projects have a tool '{0}': '{1}' and '{2}'. Write '{0}?' and give one of them with the chat, or rename one."
    );
}
