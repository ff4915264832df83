using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A message of a history: its bytes, as they are stored, and what they say, read when first asked for.</summary>
/// <param name="payload">Exactly the stored bytes.</param>
internal sealed class HistoryEntry(ReadOnlyMemory<byte> payload)
{
    private Parsed? _parsed;

    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>The history's own: to be copied before anybody else gets it.</summary>
    public ChatMessage Message => Read().Message;

    public TurnMark? Turn => Read().Turn;

    /// <summary>Whether a model may be shown it as it is.</summary>
    public bool IsSendable => Read().IsSendable;

    public static HistoryEntry Of(ChatMessage message, TurnMark? turn = null, Action<string>? dropped = null) =>
        new(MessageJson.Write(message, turn, dropped));

    /// <summary>An entry over a message that nobody else has: one of plain text need not be read back.</summary>
    public static HistoryEntry OfOwn(ChatMessage message, TurnMark? turn, Action<string>? dropped)
    {
        var entry = Of(message, turn, dropped);
        if (PlainMessageJson.IsReadBackAsItIs(message))
        {
            entry._parsed = new Parsed(message, turn, Answer.HasContent(message));
        }

        return entry;
    }

    // Reading twice at the same time gives two equal messages, of which one is kept.
    private Parsed Read() => _parsed ?? Interlocked.CompareExchange(ref _parsed, Parse(), null) ?? _parsed;

    private Parsed Parse()
    {
        var (message, turn) = MessageJson.Read(payload);
        return new Parsed(message, turn, IsKnown(message) && Answer.HasContent(message));
    }

    private static bool IsKnown(ChatMessage message)
    {
        for (var index = 0; index < message.Contents.Count; index++)
        {
            if (message.Contents[index] is UnknownContent)
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Parsed(ChatMessage Message, TurnMark? Turn, bool IsSendable);
}
