using Microsoft.Extensions.AI;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>What is to be equal of two preambles: the messages, in their order, and where the history goes.</summary>
internal sealed record TracedPreamble(IReadOnlyList<TracedMessage> Messages, int HistoryPosition)
{
    /// <summary>The messages without their texts: what no value may change.</summary>
    public string Shape =>
        string.Join('\n', Messages.Select(message => $"{message.Role}: {string.Concat(message.Contents.Select(KindOf))}"))
        + $"\nhistory: {HistoryPosition}";

    public static TracedPreamble Of(Preamble preamble) => new([.. preamble.Messages.Select(Of)], preamble.HistoryPosition);

    public override string ToString() =>
        string.Concat(
            Messages.Select(message => $"{message.Role}: {string.Join(" | ", message.Contents.Select(text => JsonText.Quote(text)))}\n")
        ) + $"history: {HistoryPosition}";

    private static TracedMessage Of(ChatMessage message) =>
        new(
            message.Role.Value,
            [.. message.Contents.Select(content => content is TextContent text ? text.Text.Trim() : TracedMessage.Medium)]
        );

    private static char KindOf(string content) => content == TracedMessage.Medium ? 'm' : 't';
}
