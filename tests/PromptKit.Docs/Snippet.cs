namespace PromptKit.Docs;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Document">The file, relative to the repository.</param>
/// <param name="Line">The line of its first character, from 1.</param>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Text">Its text, with <c>\n</c>.</param>
/// <param name="Context">The HTML comments right above it, <c>name: value</c>.</param>
internal sealed record Snippet(string Document, int Line, string Language, string Text, IReadOnlyDictionary<string, string> Context)
{
    public string Place => FormattableString.Invariant($"{Document}:{Line}");

    /// <summary>For a prompt or schemas: the file that it would stand in.</summary>
    public string File => Context.GetValueOrDefault("file", "snippet.prompt");

    public bool Is(string context) => Context.ContainsKey(context);
}
