using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// <see cref="Count"/> messages of a history, from the one at <see cref="First"/>. What is read is a copy, so that nobody can change the
/// history through it.
/// </summary>
/// <remarks>
/// Snapshots of one history share their chunks: each sees only the slots below its count, and those are never written again. Chunks
/// instead of one growing array of entries keep an append O(1) and off the large object heap.
/// </remarks>
[DebuggerDisplay("Count = {Count}")]
internal sealed class HistorySnapshot : IHistory
{
    private const int ChunkLength = 64;
    private const int FewestChunks = 4;

    public static readonly HistorySnapshot Empty = StartingAt(0);

    private readonly HistoryEntry[][] _chunks;

    private HistorySnapshot(HistoryEntry[][] chunks, int count, long first)
    {
        _chunks = chunks;
        Count = count;
        First = first;
    }

    public int Count { get; }

    /// <summary>The position of the first message in its thread: earlier ones were not loaded.</summary>
    public long First { get; }

    public ChatMessage this[int index] => MessageCopy.Of(Entry(index).Message);

    public static HistorySnapshot StartingAt(long first) => new([], 0, first);

    /// <inheritdoc/>
    public HistoryEntry Entry(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _chunks[index / ChunkLength][index % ChunkLength];
    }

    /// <summary>The message at a position of the thread.</summary>
    public HistoryEntry EntryAt(long position) => Entry((int)(position - First));

    /// <summary>A longer snapshot over the same chunks. To be called once on each snapshot: the free slots behind it are few.</summary>
    public HistorySnapshot Append(IReadOnlyList<HistoryEntry> entries)
    {
        var chunks = _chunks;
        var count = Count;
        for (var index = 0; index < entries.Count; index++)
        {
            var chunk = count / ChunkLength;
            if (chunk == chunks.Length)
            {
                Array.Resize(ref chunks, Math.Max(FewestChunks, chunks.Length * 2));
            }

            chunks[chunk] ??= new HistoryEntry[ChunkLength];
            chunks[chunk][count % ChunkLength] = entries[index];
            count++;
        }

        return new HistorySnapshot(chunks, count, First);
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
