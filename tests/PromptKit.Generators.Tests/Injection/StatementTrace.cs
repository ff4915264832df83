using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>
/// <c>role</c>, <c>history</c> and <c>media</c> for Scriban's interpreter: functions that write nothing and note how much was written when
/// they were called. So the output is divided by positions, and nothing is searched for in it.
/// </summary>
internal sealed class StatementTrace
{
    private readonly List<(int Position, string Statement, string Value)> _statements = [];

    public StatementTrace()
    {
        Functions.Import("role", (TemplateContext context, string role) => Note(context, "role", role));
        Functions.Import("history", (TemplateContext context) => Note(context, "history", ""));
        Functions.Import(
            "media",
            (TemplateContext context, object? url = null, string? type = null) => url is null ? null : Note(context, "media", "")
        );
        Functions.Import("json", ReferenceFunctions.Json);
    }

    public ScriptObject Functions { get; } = [];

    /// <summary>Whether a statement stood in a partial, whose output is a text of its own: then nobody knows where.</summary>
    public bool IsNested { get; private set; }

    /// <summary>The messages that an output is divided into.</summary>
    public TracedPreamble Divide(string output, string firstRole)
    {
        var messages = new List<TracedMessage>();
        var contents = new List<string>();
        var (role, start) = (firstRole, 0);
        int? history = null;
        foreach (var (position, statement, value) in _statements.Append((output.Length, "end", "")))
        {
            if (output[start..position].Trim() is { Length: > 0 } text)
            {
                contents.Add(text);
            }

            start = position;
            if (statement == "media")
            {
                contents.Add(TracedMessage.Medium);
                continue;
            }

            if (contents.Count > 0)
            {
                messages.Add(new TracedMessage(role, contents));
                contents = [];
            }

            role = statement == "role" ? value.Replace("model", "assistant", StringComparison.Ordinal) : role;
            history = statement == "history" ? messages.Count : history;
        }

        return new TracedPreamble(messages, history ?? messages.Count);
    }

    private string? Note(TemplateContext context, string statement, string value)
    {
        IsNested |= context.OutputCount > 1;
        _statements.Add((context.Output.ToString()!.Length, statement, value));
        return null;
    }
}
