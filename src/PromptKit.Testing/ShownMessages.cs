using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>
/// Remembers the messages that were shown, to see whether somebody changed them afterwards: those of the last request at the next one, and
/// each of them when it is shown again.
/// </summary>
internal sealed class ShownMessages
{
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<ChatMessage, string> _prints = [];
    private (ChatMessage Message, string Print)[] _last = [];

    /// <exception cref="InvalidConversationException">A message of the request before, or one shown again, is no longer what it was.</exception>
    public void Check(IReadOnlyList<ChatMessage> shown)
    {
        (ChatMessage Message, string Print)[] now = [.. shown.Select(message => (message, PrintOf(message)))];
        lock (_lock)
        {
            foreach (var (message, print) in Interlocked.Exchange(ref _last, now))
            {
                Compare(print, PrintOf(message));
            }

            foreach (var (message, print) in now)
            {
                Compare(_prints.GetValue(message, _ => print), print);
            }
        }
    }

    private static void Compare(string shown, string found)
    {
        if (found != shown)
        {
            throw new InvalidConversationException(
                $"A message was changed after the model was shown it: it was {shown}and is {found}. What a client is given "
                    + "belongs to the history; make a copy to change it."
            );
        }
    }

    private static string PrintOf(ChatMessage message)
    {
        var print = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{message.Role} {message.AuthorName} {message.MessageId}: ");
        foreach (var content in message.Contents)
        {
            print.Append(content.GetType().Name).Append(' ').Append(TextOf(content)).Append("; ");
        }

        return print.ToString();
    }

    private static string TextOf(AIContent content) =>
        content switch
        {
            TextContent text => text.Text,
            TextReasoningContent reasoning => reasoning.Text,
            FunctionCallContent call =>
                $"{call.CallId} {call.Name}({string.Join(", ", call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal))}) {call.InformationalOnly}",
            FunctionResultContent result => $"{result.CallId} {result.Result}",
            DataContent data => $"{data.MediaType} {data.Data.Length}",
            _ => "",
        };
}
