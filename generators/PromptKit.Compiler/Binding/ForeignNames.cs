using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Names that other languages have and templates have not: what to write instead.</summary>
internal static class ForeignNames
{
    private const string Null = "Write 'null'.";
    private const string True = "Write 'true'.";
    private const string False = "Write 'false'.";
    private const string Role = "A message starts with {{ role \"system\" }}, \"user\" or \"assistant\".";
    private const string History = "The history of the thread goes where {{ history }} stands.";
    private const string Loop = "A loop counts in 'for.index', from 0; 'for.first' and 'for.last' say where it is.";
    private const string Comment = "A comment is {{ # … }}.";
    private const string Raw = "Text as it is stands in {%{ … }%}.";
    private const string Else = "Write {{ else }}.";
    private const string Inputs = "The members of the input have no name before them: 'name', not 'input.name'.";

    private static readonly string[] Keywords = ["else", "end", "break", "continue"];

    private static readonly Dictionary<string, string> Remedies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["null"] = Null,
        ["nil"] = Null,
        ["none"] = Null,
        ["undefined"] = Null,
        ["true"] = True,
        ["yes"] = True,
        ["false"] = False,
        ["no"] = False,
        ["system"] = Role,
        ["user"] = Role,
        ["assistant"] = Role,
        ["messages"] = History,
        ["chat_history"] = History,
        ["conversation"] = History,
        ["loop"] = Loop,
        ["forloop"] = Loop,
        ["index"] = Loop,
        ["comment"] = Comment,
        ["raw"] = Raw,
        ["verbatim"] = Raw,
        ["default"] = Else,
        ["otherwise"] = Else,
        ["now"] = "Write 'date.now', or declare it as an input.",
        ["input"] = Inputs,
        ["inputs"] = Inputs,
        ["args"] = Inputs,
        ["params"] = Inputs,
        ["vars"] = Inputs,
        ["prompt"] = Inputs,
    };

    /// <returns>A sentence with a space before it; empty when nothing is known of the name.</returns>
    public static string RemedyOf(string name) =>
        Remedies.TryGetValue(name, out var remedy) ? " " + remedy
        : Spelling.Closest(name, Keywords) is { } keyword ? $" Did you mean the keyword '{keyword}'?"
        : "";
}
