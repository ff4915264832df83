using Microsoft.Extensions.AI;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Messages as lines that can be compared, their edges trimmed: those of a preamble, and those that Scriban's text means.</summary>
internal static class RenderedMessages
{
    private const string History = "[history]";

    public static IReadOnlyList<string> Of(Preamble preamble)
    {
        var lines = preamble.Messages.Select(message => Line(message.Role.Value, string.Concat(message.Contents.Select(TextOf)))).ToList();
        if (preamble.HistoryPosition < lines.Count)
        {
            lines.Insert(preamble.HistoryPosition, History);
        }

        return lines;
    }

    /// <param name="text">What Scriban rendered, with the marks of <see cref="ReferenceFunctions"/>.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        var parts = text.Split(ReferenceFunctions.RoleMark);
        var lines = new List<string>();
        // What is before the first role, then roles and their texts by turns.
        Add(lines, parts.Length == 1 ? "system" : "user", parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
        {
            Add(lines, parts[i] == "model" ? "assistant" : parts[i], parts[i + 1]);
        }

        return lines.Count > 0 && lines[^1] == History ? lines[..^1] : lines;
    }

    private static void Add(List<string> lines, string role, string text)
    {
        var parts = text.Split(ReferenceFunctions.HistoryMark);
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                lines.Add(History);
            }

            if (!string.IsNullOrWhiteSpace(parts[i]))
            {
                lines.Add(Line(role, parts[i]));
            }
        }
    }

    // The blanks that indent a tag of media are no text of it, and whitespace alone is no part of a message.
    private static string Line(string role, string text)
    {
        var parts = text.Split(ReferenceFunctions.MediaMark);
        for (var i = 0; i < parts.Length - 1; i += 2)
        {
            parts[i] = string.IsNullOrWhiteSpace(parts[i]) ? "" : parts[i].TrimEnd(' ');
        }

        return $"[{role}] {string.Join(ReferenceFunctions.MediaMark, parts).Trim()}";
    }

    private static string TextOf(AIContent content) =>
        content switch
        {
            TextContent part => part.Text,
            UriContent address =>
                $"{ReferenceFunctions.MediaMark}{address.MediaType} {address.Uri.OriginalString}{ReferenceFunctions.MediaMark}",
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };
}
