using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The first <see cref="Count"/> messages of a history. What is read is a copy, so that nobody can change the history through it.
/// </summary>
/// <remarks>
/// Snapshots of one history share their chunks: each sees only the slots below its count, and those are never written again. Chunks
/// instead of one growing array keep an append O(1) and off the large object heap.
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
internal sealed class HistorySnapshot : IReadOnlyList<ChatMessage>
{
    private const int ChunkLength = 64;

    public static readonly HistorySnapshot Empty = new([], 0);

    private readonly ChatMessage[][] _chunks;

    private HistorySnapshot(ChatMessage[][] chunks, int count)
    {
        _chunks = chunks;
        Count = count;
    }

    public int Count { get; }

    public ChatMessage this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return MessageCopy.Of(_chunks[index / ChunkLength][index % ChunkLength]);
        }
    }

    /// <summary>A longer snapshot over the same chunks. To be called once on each snapshot: the free slots behind it are few.</summary>
    public HistorySnapshot Append(IReadOnlyList<ChatMessage> messages)
    {
        var chunks = _chunks;
        var count = Count;
        foreach (var message in messages)
        {
            if (count == chunks.Length * ChunkLength)
            {
                chunks = [.. chunks, new ChatMessage[ChunkLength]];
            }

            chunks[count / ChunkLength][count % ChunkLength] = message;
            count++;
        }

        return new HistorySnapshot(chunks, count);
    }

    public IEnumerator<ChatMessage> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
