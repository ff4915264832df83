namespace PromptKit.Compiler.Templates.Faults;

/// <summary>
/// Says of a tag that cannot be parsed what its author is used to from another language, and what that is here. Scriban's own message is
/// about its grammar, and mostly behind the mistake.
/// </summary>
internal static class SyntaxFaults
{
    // The first that knows the mistake wins: those that look for more come first.
    private static readonly Func<TagTokens, int, SyntaxFault?>[] Searches =
    [
        StatementFaults.Find,
        LoopFaults.Find,
        FunctionFaults.Find,
        OperatorFaults.Find,
        ArgumentFaults.Find,
    ];

    /// <returns>Null when nothing is known of the mistake.</returns>
    public static SyntaxFault? Find(TagTokens tag)
    {
        foreach (var search in Searches)
        {
            for (var at = 0; at < tag.Count; at++)
            {
                if (search(tag, at) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }
}
