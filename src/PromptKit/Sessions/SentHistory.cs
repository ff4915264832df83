using System.Collections;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A view, and what came after it. What is read is a copy, as it is with <see cref="HistorySnapshot"/>.</summary>
internal sealed class SentHistory(HistoryView view, HistorySnapshot history) : IHistory
{
    private readonly int _from = (int)(view.Position - history.First);

    public int Count => view.Items.Count + history.Count - _from;

    public ChatMessage this[int index] => MessageCopy.Of(Entry(index).Message);

    /// <inheritdoc/>
    public HistoryEntry Entry(int index) =>
        index < view.Items.Count ? view.Items[index].Entry : history.Entry(_from + index - view.Items.Count);

    public IEnumerator<ChatMessage> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
