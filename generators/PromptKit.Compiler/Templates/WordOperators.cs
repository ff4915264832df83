using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>Operators that are words in other languages, behind a value, where Scriban reads the argument of a call.</summary>
internal static class WordOperators
{
    /// <param name="word">The first argument.</param>
    /// <param name="arguments">All of them.</param>
    /// <returns>Null when the word is no operator that is known.</returns>
    public static string? RemedyOf(string word, IList<ScriptExpression> arguments)
    {
        if (word is "then" or "THEN")
        {
            return "The tag ends the condition; remove it.";
        }

        if (arguments.Count < 2)
        {
            return null;
        }

        return word switch
        {
            "and" or "AND" => "Write '&&'.",
            "or" or "OR" => "Write '||', or '??' for a value in place of null.",
            "is" when arguments[1] is ScriptVariableGlobal { BaseName: "not" } => "Write '!='.",
            "is" when arguments[1] is ScriptVariableGlobal { BaseName: "defined" } => "Write '!= null'.",
            "is" or "eq" or "equals" => "Write '=='.",
            "ne" or "neq" => "Write '!='.",
            "gt" => "Write '>'.",
            "ge" or "gte" => "Write '>='.",
            "lt" => "Write '<'.",
            "le" or "lte" => "Write '<='.",
            "mod" => "Write '%'.",
            "in" => "Write 'array.contains list item'.",
            "not" when arguments[1] is ScriptVariableGlobal { BaseName: "in" } =>
                "Write '!' and 'array.contains list item' in parentheses.",
            "contains" or "includes" => "Write 'array.contains list item', or 'string.contains text part'.",
            "matches" => "Write '(regex.match text pattern).size > 0'.",
            "if" => "Write 'condition ? one : other', or {{ if … }} in a tag of its own.",
            "for" => "Write 'array.each list @(do; ret $0; end)', or a {{ for … }} in a tag of its own.",
            _ => null,
        };
    }
}
