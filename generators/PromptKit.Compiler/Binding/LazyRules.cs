using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// PK4350 to PK4359: what functions written in place cannot do, because Scriban calls them late, each time when an item is wanted.
/// </summary>
internal static class LazyRules
{
    public static readonly DiagnosticRule BreakOfLazyLoop = DiagnosticRule.Error(
        "PK4350",
        "'break' that would not end its loop",
        "This 'break' would not end the loop: 'array.filter' and 'array.each' compute the items while it runs, and go on with the next. Loop over the list itself, and put the condition into an 'if'."
    );

    public static readonly DiagnosticRule ReadsWhatChanges = DiagnosticRule.Error(
        "PK4351",
        "Function that reads what changes",
        "The function reads '{0}', which {1}, and is called when the list is read, not here. Write the list where it is used, or loop over it with an 'if'."
    );

    public static readonly DiagnosticRule LazyInside = DiagnosticRule.Error(
        "PK4353",
        "Filtered list inside of another value",
        "'{0}' is computed when its items are wanted, so it cannot be kept inside of an object, a list or another list's items. Give it a name of its own: {{{{ x = … }}}}."
    );

    public static readonly DiagnosticRule OwnInFunction = DiagnosticRule.Error(
        "PK4352",
        "Variable with '$' in a function",
        "'{0}' is not seen in a function written in place, which has '$0' and the names without '$'. Loop over the list with an 'if' instead."
    );
}
