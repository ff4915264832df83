using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Templates;

/// <summary>PK30xx: what can be wrong with a template's syntax.</summary>
internal static class TemplateRules
{
    public static readonly DiagnosticRule Syntax = DiagnosticRule.Error("PK3001", "Template syntax error", "{0}");

    public static readonly DiagnosticRule TagNeverClosed = DiagnosticRule.Error(
        "PK3002",
        "Tag is never closed",
        "This '{0}' is never closed. Add the missing '{1}'."
    );

    public static readonly DiagnosticRule StrayTagEnd = DiagnosticRule.Error(
        "PK3003",
        "Stray '}}'",
        "This '}}}}' closes nothing. Remove it; to write it as text, use {{%{{}}}}}}%}}."
    );

    public static readonly DiagnosticRule StringNeverClosed = DiagnosticRule.Error(
        "PK3004",
        "String is never closed",
        "This string is never closed. Add the missing {0}."
    );

    public static readonly DiagnosticRule Refused = DiagnosticRule.Error(
        "PK3005",
        "Construct that prompts do not have",
        "{0} is not part of prompt templates. {1}"
    );

    public static readonly DiagnosticRule RoleArgument = DiagnosticRule.Error(
        "PK3006",
        "'role' needs a literal name",
        "'role' takes one name in quotes. Write {{{{ role \"system\" }}}}, \"user\" or \"assistant\"."
    );

    public static readonly DiagnosticRule TooManyErrors = DiagnosticRule.Error(
        "PK3007",
        "More template errors",
        "{0} more template errors follow. Mend those above first."
    );

    public static readonly DiagnosticRule JumpOutsideLoop = DiagnosticRule.Error(
        "PK3008",
        "'break' or 'continue' outside of a loop",
        "This '{0}' stands in no loop{1}. Remove it, or put it into a 'for' or 'while'."
    );

    public static readonly DiagnosticRule MessageStatementInCapture = DiagnosticRule.Error(
        "PK3009",
        "Statement about messages inside 'capture'",
        "'{0}' is about messages, so it cannot stand inside 'capture'. Put it before or behind the 'capture'."
    );

    public static readonly DiagnosticRule HistoryArgument = DiagnosticRule.Error(
        "PK3010",
        "'history' takes nothing",
        "'history' takes no argument: the whole history goes there. Write {{{{ history }}}}."
    );

    public static readonly DiagnosticRule HistoryInLoop = DiagnosticRule.Error(
        "PK3011",
        "'history' in a loop",
        "'history' cannot stand in a loop: the history is sent once. Put it before or behind the loop."
    );

    public static readonly DiagnosticRule MediaArgument = DiagnosticRule.Error(
        "PK3012",
        "'media' needs a content or an address",
        "'media' takes one input of type 'media', or an address. Write {{{{ media image }}}} or {{{{ media url: address type: \"image/png\" }}}}."
    );

    public static readonly DiagnosticRule StatementAsValue = DiagnosticRule.Error(
        "PK3013",
        "Statement used as a value",
        "'{0}' is a statement and gives no value. Write it in a tag of its own."
    );

    public static readonly DiagnosticRule BlockNeverClosed = DiagnosticRule.Error(
        "PK3014",
        "Block is never closed",
        "This '{0}' is never closed. Add the missing {{{{ end }}}}."
    );

    public static readonly DiagnosticRule EmptyLine = DiagnosticRule.Warning(
        "PK3101",
        "Tag that leaves an empty line",
        "This tag writes nothing and leaves its line behind, empty. Write '{0}'."
    );

    public static readonly DiagnosticRule ForeignTag = DiagnosticRule.Error(
        "PK3250",
        "Tag of another template language",
        "'{0}' is no tag here; templates are Scriban. Write {1}."
    );

    public static readonly DiagnosticRule ForeignStatement = DiagnosticRule.Warning(
        "PK3251",
        "Statement of another template language",
        "'{0}' is text here and goes to the model as it is; templates are Scriban. Write {1}, or put text that is meant into {{%{{ }}%}}."
    );

    public static readonly DiagnosticRule ForeignOperator = DiagnosticRule.Error(
        "PK3252",
        "Operator of another template language",
        "'{0}' is no operator here; templates are Scriban. {1}"
    );

    public static readonly DiagnosticRule ForeignFunction = DiagnosticRule.Error(
        "PK3253",
        "Function of another language",
        "'{0}' is no function here; templates are Scriban. Write '{1}', where '$0' is the item."
    );

    public static readonly DiagnosticRule IncompleteFunction = DiagnosticRule.Error(
        "PK3254",
        "Function written in place that is not complete",
        "{0} A function written in place is '@(do; ret $0 > 1; end)'."
    );

    public static readonly DiagnosticRule MisspeltKeyword = DiagnosticRule.Error(
        "PK3255",
        "Word that opens no block",
        "'{0}' opens no block, so what ends it belongs to none. {1}"
    );

    public static readonly DiagnosticRule LoopHead = DiagnosticRule.Error(
        "PK3256",
        "Loop of another language",
        "{0}. A loop is 'for item in list', with 'limit:3', 'offset:1' or 'reversed' behind it, and over numbers 'for i in 1..10'."
    );

    public static readonly DiagnosticRule ArgumentSeparator = DiagnosticRule.Error(
        "PK3257",
        "Separator of another language",
        "No '{0}' stands {1} here. Arguments follow their function behind blanks, 'string.truncate name 10', or in parentheses, 'string.truncate(name, 10)'; to write several values, give each its own {{{{ … }}}}."
    );

    public static readonly DiagnosticRule ForeignComment = DiagnosticRule.Error(
        "PK3258",
        "Comment of another language",
        "'{0}' starts no comment here; templates are Scriban. Write the comment as {{{{ # … }}}}."
    );

    public static readonly DiagnosticRule ForeignQuote = DiagnosticRule.Error(
        "PK3259",
        "Quote that a word processor made",
        "'{0}' is no quote in a tag. Write '\"'."
    );

    public static readonly DiagnosticRule PipeIntoNoFunction = DiagnosticRule.Error(
        "PK3050",
        "Pipe into what is no function",
        "'{0}' is no function, so nothing can be piped into it. Write a function behind the '|', such as 'string.upcase'."
    );

    public static readonly DiagnosticRule CallOfNoFunction = DiagnosticRule.Error(
        "PK3051",
        "Call of what is no function",
        "'{0}' is no function, so it takes no arguments. A function stands before them or behind a '|', such as 'name | string.upcase'; to write several values, give each its own {{{{ … }}}}."
    );

    public static readonly DiagnosticRule FunctionBody = DiagnosticRule.Error(
        "PK3052",
        "Function that is more than one result",
        "A function written in place is one 'ret' of its argument '$0': '@(do; ret $0 > 1; end)'. Compute the rest in C#."
    );
}
