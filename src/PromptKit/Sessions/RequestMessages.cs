using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The messages of one model call: preamble, history, new messages, and what of the preamble goes behind them. Read-only, and composed without copying: a call costs the same
/// however long the history is.
/// </summary>
/// <remarks>
/// A client pays for what it reads: a message of the history is copied when it is first read and stays the same object for the rest
/// of the call, so that a middleware's change to it reaches the next client, but never the history.
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
internal sealed class RequestMessages(Preamble preamble, IReadOnlyList<ChatMessage> history, IReadOnlyList<ChatMessage> added)
    : IList<ChatMessage>,
        IReadOnlyList<ChatMessage>
{
    private ChatMessage?[]? _read;

    public int Count => preamble.Messages.Count + history.Count + added.Count;

    public bool IsReadOnly => true;

    public ChatMessage this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            if (index < preamble.HistoryPosition)
            {
                return preamble.Messages[index];
            }

            index -= preamble.HistoryPosition;
            if (index < history.Count)
            {
                return Read(index);
            }

            index -= history.Count;
            return index < added.Count ? added[index] : preamble.Messages[preamble.HistoryPosition + index - added.Count];
        }
        set => throw ReadOnly();
    }

    public IEnumerator<ChatMessage> GetEnumerator()
    {
        var count = Count;
        for (var index = 0; index < count; index++)
        {
            yield return this[index];
        }
    }

    public void CopyTo(ChatMessage[] array, int arrayIndex)
    {
        foreach (var item in this)
        {
            array[arrayIndex++] = item;
        }
    }

    public int IndexOf(ChatMessage item)
    {
        var count = Count;
        for (var index = 0; index < count; index++)
        {
            if (ReferenceEquals(this[index], item))
            {
                return index;
            }
        }

        return -1;
    }

    public bool Contains(ChatMessage item) => IndexOf(item) >= 0;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<ChatMessage>.Add(ChatMessage item) => throw ReadOnly();

    void ICollection<ChatMessage>.Clear() => throw ReadOnly();

    bool ICollection<ChatMessage>.Remove(ChatMessage item) => throw ReadOnly();

    void IList<ChatMessage>.Insert(int index, ChatMessage item) => throw ReadOnly();

    void IList<ChatMessage>.RemoveAt(int index) => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("The messages of a request are read-only: copy them to change what is sent.");

    private ChatMessage Read(int index)
    {
        var read = _read ?? Interlocked.CompareExchange(ref _read, new ChatMessage?[history.Count], null) ?? _read;
        return read[index] ?? Interlocked.CompareExchange(ref read[index], history[index], null) ?? read[index]!;
    }
}
