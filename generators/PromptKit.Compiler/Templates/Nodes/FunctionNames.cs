namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>The names behind which templates find functions. An input of the same name hides them.</summary>
internal static class FunctionNames
{
    public const string Json = "json";

    /// <summary>The groups of built-in functions: <c>string</c> of <c>string.upcase</c>.</summary>
    public static readonly IReadOnlyCollection<string> Groups = ["array", "date", "html", "math", "object", "regex", "string", "timespan"];

    public static bool IsGroup(string name) => Groups.Contains(name);
}
