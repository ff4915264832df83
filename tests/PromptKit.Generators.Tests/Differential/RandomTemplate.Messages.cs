namespace PromptKit.Generators.Tests.Differential;

/// <content>Statements of our own: what makes messages of text.</content>
internal sealed partial class RandomTemplate
{
    private bool _writesMessages;

    /// <summary>A template with roles and media among its statements, and with or without the history.</summary>
    public string NextConversation()
    {
        _writesMessages = true;
        var start = Pick("", Block(1)) + Tag(Role()) + Block(2);
        return random.Next(3) == 0 ? start + Tag("history") + Tag(Role()) + Block(2) : start + Block(2);
    }

    private string Message() =>
        random.Next(5) switch
        {
            0 => Tag("media url: \"https://example.com/a.png\""),
            1 => Tag("media url: (\"https://example.com/\" + name) type: \"image/png\""),
            _ => Tag(Role()),
        };

    private string Role() => $"role \"{Pick("system", "user", "assistant", "model")}\"";

    // What is captured is text: a message cannot start in it.
    private string WithoutMessages(Func<string> write)
    {
        var writesMessages = _writesMessages;
        _writesMessages = false;
        var code = write();
        _writesMessages = writesMessages;
        return code;
    }
}
