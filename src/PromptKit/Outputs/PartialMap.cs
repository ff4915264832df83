using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PromptKit.Outputs;

/// <summary>A map that is being written, as it was at one moment: shares what is complete with those of other moments.</summary>
internal sealed class PartialMap<T>(PartialEntries<T> entries, string? openName, Func<T>? open) : IReadOnlyDictionary<string, T>
{
    private readonly int _complete = entries.All.Count;
    private readonly bool _hasOpen = openName is not null && open is not null && entries.Find(openName) < 0;

    public int Count => _complete + (_hasOpen ? 1 : 0);

    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    public IEnumerable<T> Values => this.Select(entry => entry.Value);

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = entries.Find(key);
        var isComplete = place >= 0 && place < _complete;
        var isOpen = !isComplete && _hasOpen && key == openName;
        value =
            isComplete ? entries.All[place].Value
            : isOpen ? open!()
            : default;
        return isComplete || isOpen;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var index = 0; index < _complete; index++)
        {
            yield return entries.All[index];
        }

        if (_hasOpen)
        {
            yield return new(openName!, open!());
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
