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
        Options = options ?? new ChatOptions();
    }

    /// <summary>The messages, in the order they are sent.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>Model, sampling and response format of the request.</summary>
    public ChatOptions Options { get; }

    private string DebuggerDisplay =>
        Messages.Count == 0 ? "(no messages)" : $"{Messages.Count} message(s), first [{Messages[0].Role}] {Messages[0].Text}";

    /// <summary>Every message as <c>[role]</c> on a line of its own and its text below, separated by blank lines.</summary>
    /// <returns>A text for people; its form may change.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var message in Messages)
        {
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }

            text.Append('[').Append(message.Role.Value).Append("]\n").Append(message.Text);
        }

        return text.ToString();
    }
}
