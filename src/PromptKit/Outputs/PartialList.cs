using System.Collections;

namespace PromptKit.Outputs;

/// <summary>A list that is being written, as it was at one moment: shares what is complete with those of other moments.</summary>
internal sealed class PartialList<T>(List<T> items, Func<T>? open) : IReadOnlyList<T>
{
    private readonly int _complete = items.Count;

    public int Count => _complete + (open is null ? 0 : 1);

    public T this[int index] =>
        index >= 0 && index < _complete ? items[index]
        : index == _complete && open is not null ? open()
        : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
