using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The messages and options that a prompt renders to. They are sent ahead of a thread's history on every turn and never stored in it.
/// </summary>
/// <remarks>Each rendering makes a new one, so whoever receives it may change its messages and options. Not thread-safe.</remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed class Preamble
{
    /// <summary>Initializes a new instance of the <see cref="Preamble"/> class.</summary>
    /// <param name="messages">The messages, in the order they are sent.</param>
    /// <param name="options">The options of the request; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="messages"/> is <see langword="null"/>.</exception>
    public Preamble(IReadOnlyList<ChatMessage> messages, ChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Messages = messages;
        HistoryPosition = messages.Count;
        Given = options;
    }

    /// <summary>The messages, in the order they are sent.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>
    /// How many of the messages go before the thread's history, which ends with the message being sent; the others go behind it.
    /// Default: all of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or more than there are messages.</exception>
    public int HistoryPosition
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Messages.Count);
            field = value;
        }
    }

    /// <summary>Model, sampling and response format of the request.</summary>
    public ChatOptions Options => Given ??= new ChatOptions();

    /// <summary>The options, unless there are none.</summary>
    internal ChatOptions? Given { get; private set; }

    private string DebuggerDisplay =>
        Messages.Count == 0 ? "(no messages)" : $"{Messages.Count} message(s), first [{Messages[0].Role}] {Messages[0].Text}";

    /// <summary>
    /// Every message as <c>[role]</c> on a line of its own and its contents below, separated by blank lines, and <c>[history]</c> where
    /// the history goes unless that is the end.
    /// </summary>
    /// <returns>A text for people; its form may change.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var index = 0; index < Messages.Count; index++)
        {
            if (index == HistoryPosition)
            {
                StartPart(text).Append("[history]");
            }

            StartPart(text).Append('[').Append(Messages[index].Role.Value).Append("]\n");
            foreach (var content in Messages[index].Contents)
            {
                text.Append(TextOf(content));
            }
        }

        return text.ToString();
    }

    private static StringBuilder StartPart(StringBuilder text) => text.Length > 0 ? text.Append("\n\n") : text;

    private static string TextOf(AIContent content) =>
        content switch
        {
            TextContent part => part.Text,
            UriContent address => $"<{address.MediaType} {address.Uri}>",
            DataContent data => $"<{data.MediaType}, {data.Data.Length} bytes>",
            _ => $"<{content.GetType().Name}>",
        };
}
