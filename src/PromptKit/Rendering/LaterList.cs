using System.Collections;

namespace PromptKit.Rendering;

/// <summary>
/// A list that is computed when it is first read: Scriban computes the items of <c>array.each</c> and <c>array.filter</c> then, and where nothing
/// reads them no function fails.
/// </summary>
internal sealed class LaterList<T>(Func<IReadOnlyList<T>> compute) : IReadOnlyList<T>
{
    private IReadOnlyList<T>? _items;

    public int Count => Items.Count;

    private IReadOnlyList<T> Items => _items ??= compute();

    public T this[int index] => Items[index];

    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
